import { expect, it } from "vitest";
import { readSourceQuery } from "./read-source-page.ts";

const NOTHING = { group: null, after: null, refusedAfter: null, refusedText: "", until: null, row: 0 };

it("reads the address", () => {
  expect(
    readSourceQuery({
      objects: "failed.access-denied",
      after: "AWSLogs/a b.json.gz",
      refused: "12 exports/odd file.json",
      refusedText: "soon",
      until: "2026-11-20",
      row: "40",
    }),
  ).toEqual({
    group: { state: "failed", code: "access-denied" },
    after: "AWSLogs/a b.json.gz",
    refusedAfter: { key: "exports/odd file.json", ordinal: 12 },
    refusedText: "soon",
    until: "2026-11-20",
    row: 40,
  });
});

it("leaves out what cannot be read", () => {
  expect(readSourceQuery({})).toEqual(NOTHING);
  const wrong = { objects: "loaded.x'; drop", refused: "key", until: "2026-13-45", row: "-1" };
  expect(readSourceQuery(wrong)).toEqual(NOTHING);
});
