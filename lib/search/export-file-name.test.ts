import fc from "fast-check";
import { expect, it } from "vitest";
import { exportFileName } from "#lib/search/export-file-name.ts";

const OPEN = { from: null, to: null };

it("tells what was asked for, and when", () => {
  const range = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 10, 12, 14, 31, 7) };
  expect(exportFileName("event:StopInstances -role:ci", range, "csv")).toBe(
    "waymark-event-StopInstances-role-ci-from-2026-11-01-to-2026-11-12T14.31.07.csv",
  );
  expect(exportFileName("", OPEN, "ndjson")).toBe("waymark-events.ndjson");
});

it("is safe as a file's name and in a header, whatever was asked for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (q) => {
      expect(exportFileName(q, OPEN, "csv")).toMatch(/^waymark(-[A-Za-z0-9]+)+\.csv$/);
    }),
  );
});
