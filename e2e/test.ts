import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type Comparison, comparisonOn } from "#e2e/pages/comparison.ts";
import { type EventPage, eventPageOn } from "#e2e/pages/event-page.ts";
import { type EventTable, eventTableOn } from "#e2e/pages/event-table.ts";
import { type Explorer, explorerOn } from "#e2e/pages/explorer.ts";
import { type Exports, exportsOn } from "#e2e/pages/exports.ts";
import { type Facets, facetsOn } from "#e2e/pages/facets.ts";
import { type HistogramOnPage, histogramOn } from "#e2e/pages/histogram.ts";
import { type SourcePages, sourcesOn } from "#e2e/pages/sources.ts";
import { type Start, startOn } from "#e2e/pages/start.ts";

type Fixtures = {
  readonly table: EventTable;
  readonly start: Start;
  readonly explorer: Explorer;
  readonly eventPage: EventPage;
  readonly comparison: Comparison;
  readonly facets: Facets;
  readonly histogram: HistogramOnPage;
  readonly sources: SourcePages;
  readonly exports: Exports;
  /** What the browser may complain about in this test, such as a page that is meant to be missing. */
  readonly complaints: readonly RegExp[];
  /** Whatever the browser complained about fails the test: errors of scripts, refusals of the policy, dialogs. */
  readonly quiet: undefined;
};

/** The pages as people see them. A test that ends with an unexpected complaint of the browser has failed. */
export const test = base.extend<Fixtures>({
  complaints: [[], { option: true }],
  quiet: [
    async ({ context, complaints }, use) => {
      const heard = listen(context);
      await use(undefined);
      expect(heard.filter((text) => !complaints.some((known) => known.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
  start: ({ page }, use) => use(startOn(page)),
  table: ({ page }, use) => use(eventTableOn(page)),
  explorer: ({ page }, use) => use(explorerOn(page)),
  eventPage: ({ page }, use) => use(eventPageOn(page)),
  comparison: ({ page }, use) => use(comparisonOn(page)),
  facets: ({ page }, use) => use(facetsOn(page)),
  histogram: ({ page }, use) => use(histogramOn(page)),
  sources: ({ page }, use) => use(sourcesOn(page)),
  exports: async ({ page }, use) => use(await exportsOn(page)),
});

export { expect };

function listen(context: BrowserContext): readonly string[] {
  const heard: string[] = [];
  context.on("weberror", (error) => heard.push(`script error: ${error.error().message}`));
  context.on("dialog", async (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  context.on("console", (message) => {
    if (message.type() === "error") heard.push(`console: ${message.text()} (${message.location().url})`);
  });
  return heard;
}

/** How far the page itself can be scrolled sideways, in pixels: 0 where nothing sticks out. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
