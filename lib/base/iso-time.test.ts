import { expect, it } from "vitest";
import { isoSecond } from "#lib/base/iso-time.ts";

it("has whole seconds", () => {
  expect(isoSecond(Date.UTC(2026, 10, 12, 14, 31, 7, 123))).toBe("2026-11-12T14:31:07Z");
});
