import { expect, type Locator, type Page } from "@playwright/test";
import { type EventView, eventViewOn } from "#e2e/pages/event-view.ts";
import { chooseFor, type ValueAction } from "#e2e/pages/menu.ts";
import { ready } from "#e2e/pages/ready.ts";

type Parameters = Readonly<Record<string, string>>;

/** The list of events, as a person uses it. */
export type Explorer = {
  readonly search: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  /** The cells of the events' names, with their marks. */
  readonly names: Locator;
  readonly headers: Locator;
  readonly count: Locator;
  readonly time: Locator;
  readonly panel: EventView & { readonly place: Locator };
  readonly older: Locator;
  readonly newer: Locator;
  /**
   * Opens the page with these parameters and waits until it reacts. Every event has a row of its own unless the
   * parameters say otherwise.
   */
  readonly open: (parameters?: Parameters) => Promise<void>;
  /** Waits until the page that is there reacts. */
  readonly ready: () => Promise<void>;
  readonly type: (q: string) => Promise<void>;
  /** The ids of the events on screen, in order. */
  readonly ids: () => Promise<readonly string[]>;
  /** The row of the only event that holds all these words. */
  readonly row: (...words: readonly string[]) => Locator;
  readonly openRow: (row: Locator) => Promise<void>;
  readonly choose: (value: Locator, action: ValueAction) => Promise<void>;
  readonly choosePreset: (label: string) => Promise<void>;
  /** Turns to the next or the previous page and waits for other rows. */
  readonly turn: (link: Locator) => Promise<void>;
};

export function explorerAddress(parameters: Parameters = {}): string {
  return `/events?${new URLSearchParams(parameters)}`;
}

export function explorerOn(page: Page): Explorer {
  const list = page.getByRole("region", { name: "Events", exact: true });
  const rows = list.getByRole("row").filter({ has: page.getByRole("cell") });
  const place = page.getByRole("complementary", { name: /^Event/ });
  const time = page.locator("button[data-key='t']");
  const search = page.getByRole("combobox", { name: "Search the events" });
  const ids = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-row") ?? ""));
  const isReady = () => ready(page, "input[name='q']");
  return {
    search,
    list,
    rows,
    names: rows.getByRole("cell").filter({ has: page.getByRole("img", { name: /^(?:read|write)/ }) }),
    headers: list.getByRole("columnheader"),
    count: page.getByText(/^(?:at least )?[\d,]+ events?$/),
    time,
    panel: { ...eventViewOn(page, place), place },
    older: page.getByRole("link", { name: "Older" }),
    newer: page.getByRole("link", { name: "Newer" }),
    ready: isReady,
    ids,
    open: async (parameters) => {
      await page.goto(explorerAddress({ fold: "off", ...parameters }));
      await isReady();
      // What replaces a skeleton is held back for a moment, longer than some scripts take.
      await expect(list).toBeVisible();
    },
    type: async (q) => {
      await search.fill(q);
      await search.press("Enter");
    },
    row: (...words) => words.reduce((found, hasText) => found.filter({ hasText }), rows),
    openRow: async (row) => {
      await row.getByRole("link").first().click();
      await expect(place).toBeVisible();
    },
    choose: (value, action) => chooseFor(page, value, action),
    choosePreset: async (label) => {
      await time.click();
      await page
        .getByRole("dialog", { name: "Time" })
        .getByRole("link", { name: label, exact: true })
        .click();
      await expect(time).toHaveText(label);
    },
    turn: async (link) => {
      const before = await ids();
      await link.click();
      await expect.poll(ids, { intervals: [50] }).not.toEqual(before);
      // A screenful is drawn first.
      await expect(list.locator("table[aria-busy]")).toHaveCount(0);
    },
  };
}
