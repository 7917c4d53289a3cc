import { describe, expect, it } from "vitest";
import { createRunningSearches, type RunningSearches } from "#lib/server/running-searches.ts";

function begun(searches: RunningSearches, tab: string, step: number) {
  const search = searches.begin({ tab, step });
  if (search === null) throw new Error("The search was not begun.");
  return search;
}

describe("a newer search", () => {
  it("ends the older one of the same tab, and no other's", () => {
    const searches = createRunningSearches();
    const older = begun(searches, "a", 1);
    const other = begun(searches, "b", 1);
    const newer = begun(searches, "a", 2);
    expect([older, other, newer].map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
  });

  it("has nothing to end where the older one was answered", () => {
    const searches = createRunningSearches();
    const older = begun(searches, "a", 1);
    older.end();
    begun(searches, "a", 2);
    expect(older.signal.aborted).toBe(false);
  });

  it("is not one whose ticket was used before: a cookie stays when its search is over", () => {
    const searches = createRunningSearches();
    const first = begun(searches, "a", 2);
    expect(searches.begin({ tab: "a", step: 2 })).toBeNull();
    expect(searches.begin({ tab: "a", step: 1 })).toBeNull();
    expect(first.signal.aborted).toBe(false);
    first.end();
    expect(searches.begin({ tab: "a", step: 2 })).toBeNull();
  });
});

describe("a search that its tab stops", () => {
  it("is told so, in the words that the page shows", () => {
    const searches = createRunningSearches();
    const { signal } = begun(searches, "a", 1);
    searches.stop({ tab: "a", step: 1 });
    expect(signal.reason).toBe("You stopped this search.");
  });

  it("is the one that was meant, or none", () => {
    const searches = createRunningSearches();
    const { signal } = begun(searches, "a", 2);
    for (const meant of [
      { tab: "a", step: 1 },
      { tab: "a", step: 3 },
      { tab: "b", step: 2 },
    ]) {
      searches.stop(meant);
    }
    expect(signal.aborted).toBe(false);
  });
});

it("remembers a thousand tabs, and stops nothing of those it forgets", () => {
  const searches = createRunningSearches();
  const first = begun(searches, "first", 5);
  for (let made = 0; made < 999; made++) begun(searches, `made${made}`, 1);
  expect(searches.begin({ tab: "first", step: 5 })).toBeNull();
  begun(searches, "one-more", 1);
  expect(searches.begin({ tab: "first", step: 5 })).not.toBeNull();
  expect(first.signal.aborted).toBe(false);
});
