import { expect, it } from "vitest";
import { spanBefore } from "./span-before.ts";

const begin = (days: number, to: string, last: string) =>
  new Date(spanBefore(days, { to: Date.parse(to), lastEvent: Date.parse(last) })).toISOString();

it("begins with the hour that holds the moment so many days before the last event, not with a midnight", () => {
  expect(begin(30, "2026-11-28T09:00:00Z", "2026-11-28T08:49:58Z")).toBe("2026-10-29T08:00:00.000Z");
  expect(begin(1, "2026-11-28T09:00:00Z", "2026-11-28T08:59:59Z")).toBe("2026-11-27T09:00:00.000Z");
});

it("counts from the end where events go on behind it", () => {
  expect(begin(7, "2026-11-20T00:00:00Z", "2026-11-28T08:49:58Z")).toBe("2026-11-13T00:00:00.000Z");
});

it("counts from the newest event where the end lies far behind it", () => {
  expect(begin(7, "2030-01-01T00:00:00Z", "2026-11-28T08:49:58Z")).toBe("2026-11-21T08:00:00.000Z");
});
