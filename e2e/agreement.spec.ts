import type { APIRequestContext } from "@playwright/test";
import { readExport } from "#e2e/export-files.ts";
import { TRAIL } from "#e2e/frozen.ts";
import { expect, test } from "#e2e/test.ts";
import type { EventCount, FacetsAnswer, Histogram } from "#lib/search/summary.ts";

/** Everything that is said of one view is said of the same events: each of them, and no other. */

type View = { readonly q: string; readonly from?: string; readonly to?: string };

const VIEWS: readonly { readonly what: string; readonly view: View; readonly atLeast: number }[] = [
  { what: "a value", view: { q: "event:StopInstances", ...TRAIL }, atLeast: 20 },
  {
    what: "a negation",
    view: { q: "is:write -role:SkeddlyAccess", from: "2026-11-01T00:00:00Z", to: "2026-11-02T00:00:00Z" },
    atLeast: 250,
  },
  { what: "a negation alone", view: { q: "-outcome:success event:ConsoleLogin", ...TRAIL }, atLeast: 5 },
  { what: "a range without ends", view: { q: "event:RunInstances" }, atLeast: 500 },
];

type Exported = {
  readonly eventId: string;
  readonly eventTime: string;
  readonly account: string;
  readonly region: string;
};

async function ask<T>(request: APIRequestContext, path: string, params: Readonly<Record<string, string>>) {
  const answer = await request.get(path, { params });
  expect(answer.status()).toBe(200);
  const body: T = await answer.json();
  return body;
}

/** How often each text stands there, as pairs in the order of the texts. */
function tally(texts: readonly string[]): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const text of texts) sums.set(text, (sums.get(text) ?? 0) + 1);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}

for (const { what, view, atLeast } of VIEWS) {
  test(`${what}: list, count, facets, histogram and every export agree to the last event`, async ({
    explorer,
    request,
  }) => {
    await explorer.open({ ...view, limit: "200" });
    const seen = [...(await explorer.ids())];
    while (await explorer.older.isVisible()) {
      await explorer.turn(explorer.older);
      seen.push(...(await explorer.ids()));
    }
    expect(seen.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(seen).size).toBe(seen.length);

    const count = await ask<EventCount>(request, "/api/events/count", view);
    expect(count).toEqual({ count: seen.length, exact: true });
    const words = `${seen.length.toLocaleString("en-GB")} events`;
    await expect(explorer.count).toHaveText(words);

    let events: readonly Exported[] = [];
    for (const format of ["csv", "json", "ndjson"] as const) {
      const answer = await request.get("/api/events/export", { params: { ...view, format } });
      const text = await answer.text();
      expect(readExport(format, text)).toEqual(seen);
      expect(answer.headers()["content-disposition"]).toMatch(
        new RegExp(`^attachment; filename="waymark-[\\w.-]+\\.${format}"$`),
      );
      if (format === "json") events = JSON.parse(text).events;
    }
    const oldestFirst = { ...view, format: "ndjson", order: "asc" };
    const backwards = await request.get("/api/events/export", { params: oldestFirst });
    expect(readExport("ndjson", await backwards.text())).toEqual(seen.toReversed());

    const histogram = await ask<Histogram>(request, "/api/histogram", view);
    expect(histogram).toMatchObject({ exact: true, examined: null, outside: { before: 0, after: 0 } });
    const first = Date.parse(histogram.buckets[0]?.start ?? "");
    const size = histogram.bucketSeconds * 1000;
    const starts = events.map(({ eventTime }) => {
      const start = first + Math.floor((Date.parse(eventTime) - first) / size) * size;
      return new Date(start).toISOString();
    });
    const bars = histogram.buckets
      .map(({ start, read, write, error }) => [new Date(start).toISOString(), read + write + error] as const)
      .filter(([, height]) => height > 0);
    expect(bars).toEqual(tally(starts));

    const path = `/api/facets?field=account&field=region&limit=200&${new URLSearchParams(view)}`;
    const { facets } = await ask<FacetsAnswer>(request, path, {});
    expect(facets.map(({ field }) => field)).toEqual(["account", "region"]);
    for (const [field, facet] of [
      ["account", facets[0]],
      ["region", facets[1]],
    ] as const) {
      const counts = facet?.values.map(({ value, count }) => [value, count] as const);
      expect(facet).toMatchObject({ exact: true, none: 0 });
      expect(counts?.toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual(
        tally(events.map((event) => event[field])),
      );
    }
  });
}
