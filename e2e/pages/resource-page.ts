import type { Locator, Page } from "@playwright/test";
import { ready } from "#e2e/pages/ready.ts";

/** The page of one thing. */
export type ResourceOnPage = {
  readonly open: (id: string) => Promise<void>;
  readonly title: Locator;
  /** What began and ended it, and how it stands. */
  readonly lives: Locator;
  readonly figure: (name: string) => Locator;
  readonly changes: Locator;
  readonly readers: Locator;
  readonly related: Locator;
};

export function resourceOn(page: Page): ResourceOnPage {
  const section = (name: string) => page.getByRole("region", { name });
  return {
    open: async (id) => {
      await page.goto(`/resources/${encodeURIComponent(id)}`);
      await ready(page, "main");
    },
    title: page.getByRole("heading", { level: 1 }),
    lives: page.getByRole("list", { name: "Beginning and end" }),
    figure: (name) =>
      page
        .locator("dl > div")
        .filter({ has: page.getByText(name, { exact: true }) })
        .getByRole("link"),
    changes: section("Changes").locator("ol > li"),
    readers: section("Who read it").getByRole("row"),
    related: section("Related").getByRole("row"),
  };
}
