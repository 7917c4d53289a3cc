import { describe, expect, it } from "vitest";
import { DEFAULT_VIEW, type View } from "#lib/search/view-url.ts";
import { listKey, viewOfList } from "./list-key.ts";

const LISTS: readonly Partial<View>[] = [
  {},
  { q: "is:write user:a&b", from: "now-1h", to: "2026-11-12T14:00:00Z" },
  { order: "asc", limit: 20, fold: false, cursor: "abc" },
];

describe("the key of a list", () => {
  it.each(LISTS)("%j gives its view back", (list) => {
    const view = { ...DEFAULT_VIEW, ...list };
    expect(viewOfList(listKey(view), DEFAULT_VIEW)).toEqual(view);
  });

  it("leaves out how the list is drawn, which comes from the view that draws it", () => {
    const drawn = { ...DEFAULT_VIEW, q: "is:write", tz: "Europe/Berlin", event: "e", columns: [] };
    expect(listKey(drawn)).toBe(listKey({ ...DEFAULT_VIEW, q: "is:write" }));
    expect(viewOfList("/events?q=is:read", drawn)).toEqual({ ...drawn, q: "is:read" });
  });
});
