import { describe, expect, it } from "vitest";
import type { Coverage } from "./coverage.ts";
import { whyEmpty } from "./why-empty.ts";

const LOADED: Coverage = {
  totalEvents: 12_410,
  oldestEventTime: "2026-10-01T00:00:00Z",
  newestEventTime: "2026-11-12T14:31:07Z",
  accounts: 3,
  regions: 4,
  objectsInRange: 7,
  removedInRange: 0,
  syncing: false,
  sources: 1,
};

describe("an empty list", () => {
  it("is a filter that excludes what happened, with the number", () => {
    const count = { count: 12_410, exact: true };
    expect(whyEmpty(LOADED, count, null)).toEqual({ kind: "excluded", count, syncing: false });
  });

  it("is not the last word while a source is loading", () => {
    const count = { count: 12_410, exact: true };
    expect(whyEmpty({ ...LOADED, syncing: true }, count, null)).toMatchObject({ syncing: true });
  });

  it("is a time of which nothing was loaded", () => {
    const coverage = { ...LOADED, objectsInRange: 0 };
    expect(whyEmpty(coverage, { count: 0, exact: true }, null).kind).toBe("nothing-loaded");
    expect(whyEmpty(coverage, null, null)).toMatchObject({ oldest: LOADED.oldestEventTime });
  });

  it("is a place of which nothing was loaded, whatever happened elsewhere", () => {
    const place = { accounts: ["111122223333"], regions: null };
    const count = { count: 12_410, exact: true };
    expect(whyEmpty(LOADED, count, { ...place, isLoaded: false })).toEqual({
      kind: "place-not-loaded",
      place,
    });
    expect(whyEmpty(LOADED, count, { ...place, isLoaded: true }).kind).toBe("excluded");
    expect(whyEmpty({ ...LOADED, objectsInRange: 0 }, null, { ...place, isLoaded: false }).kind).toBe(
      "nothing-loaded",
    );
  });

  it("is a time in which nothing happened", () => {
    expect(whyEmpty(LOADED, null, null)).toEqual({ kind: "nothing-happened", objects: 7 });
    expect(whyEmpty(LOADED, { count: 0, exact: true }, null).kind).toBe("nothing-happened");
  });

  it("is a Waymark without any event", () => {
    const coverage = { ...LOADED, totalEvents: 0, objectsInRange: 0, syncing: true };
    expect(whyEmpty(coverage, null, null)).toEqual({
      kind: "nothing-loaded-at-all",
      sources: 1,
      syncing: true,
    });
  });
});
