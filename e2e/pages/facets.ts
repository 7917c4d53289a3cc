import { expect, type Locator, type Page } from "@playwright/test";

/** One facet of the pane: its heading and its values. */
export type FacetOnPage = {
  readonly heading: Locator;
  readonly values: Locator;
  readonly value: (name: string) => Locator;
  /** The values' names, in order. */
  readonly names: () => Promise<readonly string[]>;
  readonly countOf: (name: string) => Promise<number>;
  /** True where the count says that a click may find more. */
  readonly isAtLeast: (name: string) => Promise<boolean>;
  readonly only: (name: string) => Promise<void>;
  readonly exclude: (name: string) => Promise<void>;
  readonly include: (name: string) => Promise<void>;
  readonly search: (words: string) => Promise<void>;
};

/** The top values beside the list, as a person uses them. */
export type Facets = {
  readonly pane: Locator;
  readonly toggle: Locator;
  readonly of: (label: string) => FacetOnPage;
  /** Waits until the counts are those of the view: the last ones stand there meanwhile. */
  readonly settled: () => Promise<void>;
};

export function facetsOn(page: Page): Facets {
  const pane = page.getByRole("complementary", { name: "Facets" });
  return {
    pane,
    toggle: page.getByRole("button", { name: "Facets", exact: true }),
    of: (label) => facetOn(page, pane.getByRole("region", { name: label, exact: true })),
    settled: () => expect(pane).toHaveAttribute("aria-busy", "false"),
  };
}

function facetOn(page: Page, place: Locator): FacetOnPage {
  const values = place.getByRole("listitem");
  const value = (name: string) =>
    values.filter({ has: page.getByText(name, { exact: true }) }).filter({ visible: true });
  const act = async (name: string, link: RegExp) => {
    await value(name).hover();
    await value(name).getByRole("link", { name: link }).click();
  };
  return {
    heading: place.getByRole("button").first(),
    values,
    value,
    names: async () => {
      await expect(values.first()).toBeVisible();
      return values.evaluateAll((all) => all.map((row) => row.getAttribute("data-name") ?? ""));
    },
    countOf: async (name) => {
      await expect(value(name)).toBeVisible();
      return Number(await value(name).getAttribute("data-count"));
    },
    isAtLeast: async (name) => (await value(name).getAttribute("data-at-least")) !== null,
    only: (name) => act(name, /^Only /),
    exclude: (name) => act(name, /^Exclude /),
    include: (name) => value(name).getByRole("link").first().click(),
    search: async (words) => {
      await place.getByRole("button", { name: /^Search in/ }).click();
      await place.getByRole("searchbox").fill(words);
    },
  };
}
