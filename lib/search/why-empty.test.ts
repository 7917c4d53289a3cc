import { describe, expect, it } from "vitest";
import { type FoundNothing, whyEmpty } from "#lib/search/why-empty.ts";

const OLDEST = "2026-10-01T00:00:00.000Z";
const NEWEST = "2026-11-12T14:31:07.000Z";

const LOADED: FoundNothing["coverage"] = {
  totalEvents: 12_410,
  oldestEventTime: OLDEST,
  newestEventTime: NEWEST,
  objectsInRange: 7,
  removedInRange: 0,
  syncing: false,
  sources: 1,
};
const COUNT = { count: 12_410, exact: true };
const NONE = { count: 0, exact: true };
const PLACE = { accounts: ["111122223333"], regions: null };
const UNLOADED = { ...PLACE, isLoaded: false };

type Known = Omit<Partial<FoundNothing>, "coverage"> & {
  readonly coverage?: Partial<FoundNothing["coverage"]>;
};

/** Of a time within all that is loaded, without a filter. */
function why({ coverage, ...known }: Known) {
  const range = { from: Date.parse("2026-11-01"), to: Date.parse("2026-11-02") };
  return whyEmpty({ range, unfiltered: null, place: null, ...known, coverage: { ...LOADED, ...coverage } });
}

const span = (from: string | null, to: string | null) => ({
  from: from === null ? null : Date.parse(from),
  to: to === null ? null : Date.parse(to),
});

describe("a list is empty", () => {
  it("by a filter that excludes what happened, with the number", () => {
    expect(why({ unfiltered: COUNT })).toEqual({ kind: "excluded", count: COUNT, syncing: false });
    expect(why({ unfiltered: COUNT, coverage: { objectsInRange: 0 } }).kind).toBe("excluded");
    expect(why({ unfiltered: COUNT, place: { ...PLACE, isLoaded: true } }).kind).toBe("excluded");
  });

  it("by a filter, though not for good, while a source is loading", () => {
    expect(why({ unfiltered: COUNT, coverage: { syncing: true } })).toMatchObject({ syncing: true });
  });

  it("at a time of which nothing was loaded", () => {
    const nothing = { kind: "nothing-loaded", oldest: OLDEST, newest: NEWEST };
    expect(why({ coverage: { objectsInRange: 0 } })).toEqual(nothing);
    expect(why({ unfiltered: NONE, coverage: { objectsInRange: 0 } })).toEqual(nothing);
    expect(why({ place: UNLOADED, coverage: { objectsInRange: 0 } })).toEqual(nothing);
  });

  it("at a time before or after all that was loaded, however many objects tell no day", () => {
    const nothing = { kind: "nothing-loaded", oldest: OLDEST, newest: NEWEST };
    expect(why({ range: span(null, OLDEST) })).toEqual(nothing);
    expect(why({ range: span("2026-11-12T14:31:08Z", null) })).toEqual(nothing);
    expect(why({ range: span("2026-11-12T14:31:08Z", null), unfiltered: NONE, place: UNLOADED })).toEqual(
      nothing,
    );
    expect(why({ range: span(NEWEST, null) }).kind).toBe("nothing-happened");
    expect(why({ range: span(null, "2026-10-01T00:00:01Z") }).kind).toBe("nothing-happened");
    // Events dated in the future lie behind the newest, and are there all the same.
    expect(why({ range: span("2026-11-13", null), unfiltered: COUNT }).kind).toBe("excluded");
  });

  it("at a time whose events were removed", () => {
    const removed = { objectsInRange: 0, removedInRange: 80 };
    expect(why({ coverage: removed })).toEqual({ kind: "removed", events: 80, oldest: OLDEST });
    expect(why({ range: span(null, OLDEST), coverage: removed }).kind).toBe("removed");
    expect(why({ coverage: { ...removed, objectsInRange: 3 } }).kind).toBe("nothing-happened");
  });

  it("at a place of which nothing was loaded, whatever happened elsewhere, or nothing did", () => {
    const nothing = { kind: "place-not-loaded", place: PLACE };
    expect(why({ unfiltered: COUNT, place: UNLOADED })).toEqual(nothing);
    expect(why({ unfiltered: NONE, place: UNLOADED })).toEqual(nothing);
  });

  it("at a time in which nothing happened", () => {
    expect(why({})).toEqual({ kind: "nothing-happened", objects: 7 });
    expect(why({ unfiltered: NONE, place: { ...PLACE, isLoaded: true } }).kind).toBe("nothing-happened");
    expect(why({ range: span(null, null) }).kind).toBe("nothing-happened");
  });

  it("in a Waymark without any event", () => {
    const coverage = { totalEvents: 0, oldestEventTime: null, newestEventTime: null, syncing: true };
    const nothing = { kind: "nothing-loaded-at-all", sources: 1, syncing: true };
    expect(why({ coverage })).toEqual(nothing);
    expect(why({ coverage, unfiltered: NONE, place: UNLOADED })).toEqual(nothing);
  });
});
