import { describe, expect, test } from "vitest";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import { outsideViews } from "./outside-views.ts";

const HOURS = {
  bucketSeconds: 3600,
  exact: true,
  examined: null,
  buckets: [2, 3].map((hour) => ({ start: `2026-11-16T0${hour}:00:00.000Z`, read: 1, write: 0, error: 0 })),
  outside: { before: 2, after: 1 },
};
const VIEW = { ...DEFAULT_VIEW, q: "is:write", cursor: "x" };

describe("what lies outside of the bars", () => {
  test("is shown from its first page on, up to the first bar and from the end of the last", () => {
    expect(outsideViews(VIEW, HOURS)).toEqual({
      before: { ...VIEW, to: "2026-11-16T02:00:00Z", cursor: null },
      after: { ...VIEW, from: "2026-11-16T04:00:00Z", cursor: null },
    });
  });

  test("keeps the bound that the view has on its other side", () => {
    const since = { ...VIEW, from: "2026-11-16T02:00:00Z" };
    const { after } = outsideViews(since, { ...HOURS, outside: { before: 0, after: 1 } });
    expect([after?.from, after?.to]).toEqual(["2026-11-16T04:00:00Z", null]);
  });

  test("is nothing where nothing does", () => {
    const none = { before: null, after: null };
    expect(outsideViews(VIEW, { ...HOURS, outside: { before: 0, after: 0 } })).toEqual(none);
    expect(outsideViews(VIEW, { ...HOURS, buckets: [] })).toEqual(none);
  });
});
