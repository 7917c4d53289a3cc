import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatQuery } from "#lib/search/format-query.ts";
import { arbitraryCondition } from "#lib/search/testing/arbitrary-condition.ts";
import { DEFAULT_VIEW, formatView, parseView, toSearch, type View } from "#lib/search/view-url.ts";

const NOW = Date.UTC(2026, 10, 12, 14, 31, 7);
const read = (text: string) => parseView(new URLSearchParams(text), NOW);

const columns = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[A-Za-z][\w.-]{0,9}$/),
    width: fc.option(fc.integer({ min: 20, max: 2_000 })),
  }),
  { selector: (column) => column.id, minLength: 1, maxLength: 5 },
);
const someText = fc.string({ minLength: 1, unit: "grapheme" });
const views: fc.Arbitrary<View> = fc.record({
  q: arbitraryCondition.map(formatQuery).filter((q) => q.length <= 4_000),
  from: fc.constantFrom(null, "now-24h", "2026-11-01T00:00:00+02:00"),
  to: fc.constantFrom(null, "now", "2026-11-12"),
  tz: fc.constantFrom("utc", "local", "Europe/Berlin", "Etc/GMT+2", "America/Argentina/Ushuaia"),
  order: fc.constantFrom("desc", "asc"),
  limit: fc.integer({ min: 1, max: 500 }),
  fold: fc.boolean(),
  columns: fc.option(columns),
  event: fc.option(someText),
  cursor: fc.option(someText),
});

describe("a view's URL", () => {
  it("gives the view back, whole and without a problem", () => {
    fc.assert(
      fc.property(views, (view) => {
        const text = formatView(view);
        expect(read(text)).toEqual({ view, problems: [] });
        const record = Object.fromEntries(new URLSearchParams(text));
        expect(parseView(record, NOW)).toEqual({ view, problems: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  it("is the same text for the same view, however it was written", () => {
    const view = read(
      "order=desc&limit=50&tz=UTC&cursor=&to=now&cols=time,event:220,who&q=event:A&from=now-7d",
    ).view;
    expect(formatView(view)).toBe("q=event:A&from=now-7d&to=now&cols=time,event:220,who");
  });

  it("is empty for the default view", () => {
    expect(formatView(DEFAULT_VIEW)).toBe("");
    expect(read("")).toEqual({ view: DEFAULT_VIEW, problems: [] });
  });

  it.each([
    ["event:(A OR B) -role:x", "q=event:%28A+OR+B%29+-role:x"],
    ["resource:arn:aws:s3:::acme/a,b", "q=resource:arn:aws:s3:::acme/a,b"],
    ["a&b=c#d+e%", "q=a%26b%3Dc%23d%2Be%25"],
  ])("writes %s as %s", (q, text) => {
    expect(formatView({ ...DEFAULT_VIEW, q })).toBe(text);
  });

  it("can be written even for text that is no Unicode", () => {
    expect(formatView({ ...DEFAULT_VIEW, q: "\ud800" })).toBe("q=%EF%BF%BD");
  });
});

describe("parseView reports", () => {
  it.each<[string, string, RegExp]>([
    ["limit=0", "limit", /1 to 500, not 0/],
    ["limit=501", "limit", /1 to 500/],
    ["limit=12abc", "limit", /12abc/],
    ["limit=1e2", "limit", /1e2/],
    ["fold=maybe", "fold", /on or off, not maybe/],
    ["order=up", "order", /desc \(newest first\) or asc, not up/],
    ["tz=Mars/Olympus", "tz", /Europe\/Berlin/],
    ["tz=%2B02:00", "tz", /not \+02:00/],
    ["from=soon", "from", /soon is not a time/],
    ["from=now&to=now-1h", "to", /before from/],
    ["q=event:", "q", /needs a value/],
    ["q=a&q=b", "q", /stands there twice; the first is used/],
    ["cols=event:5", "cols", /20 to 2000/],
    ["cols=a,,b", "cols", /"" is not a column/],
    ["cols=a,a:30", "cols", /stands there already/],
    ["form=now-7d", "form", /There is no parameter form\. Did you mean from\?/],
    ["Q=x", "Q", /Did you mean q\?/],
    ["limt=5", "limt", /Did you mean limit\?/],
    ["columns=a", "columns", /Did you mean cols\?/],
    ["since=now-7d", "since", /Did you mean from\?/],
  ])("%s", (text, parameter, message) => {
    const { problems } = read(text);
    expect(problems.map((problem) => [problem.parameter, problem.message])).toEqual([
      [parameter, expect.stringMatching(message)],
    ]);
  });

  it("nothing for parameters that have nothing to do with a view", () => {
    expect(read("utm_source=x&fbclid=y&field=event&format=csv&a=b&page=1").problems).toEqual([]);
  });

  it("the default in place of what could not be read, the first of what stands twice", () => {
    const { view } = parseView({ limit: "x", order: "y", tz: "z z", q: ["a", "b"], cols: undefined }, NOW);
    expect(view).toEqual({ ...DEFAULT_VIEW, q: "a" });
  });

  it("where in the list of columns one is wrong, and keeps the others", () => {
    const { view, problems } = read("cols=time,!,who:90");
    expect(view.columns).toEqual([
      { id: "time", width: null },
      { id: "who", width: 90 },
    ]);
    expect(problems.map((problem) => problem.position)).toEqual([5]);
  });
});

it("folds unless the address says otherwise, in any of the words for it", () => {
  expect(["", "fold=on", "fold=1", "fold=true", "fold="].map((text) => read(text).view.fold)).not.toContain(
    false,
  );
  expect(["fold=off", "fold=0", "fold=False"].map((text) => read(text).view.fold)).not.toContain(true);
  expect(formatView({ ...DEFAULT_VIEW, fold: false })).toBe("fold=off");
});

describe("toSearch", () => {
  it("resolves relative times from the moment that is passed in", () => {
    const { search, problems } = toSearch({ ...DEFAULT_VIEW, from: "now-1h" }, NOW);
    expect(search).toEqual({ where: { kind: "all", of: [] }, range: { from: NOW - 3_600_000, to: null } });
    expect(problems).toEqual([]);
  });

  it("is without bounds where the view has none", () => {
    expect(toSearch(DEFAULT_VIEW, NOW).search.range).toEqual({ from: null, to: null });
  });
});
