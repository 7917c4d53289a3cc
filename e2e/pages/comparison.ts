import type { Locator, Page } from "@playwright/test";
import { ready } from "#e2e/pages/ready.ts";

/** Events side by side. */
export type Comparison = {
  readonly open: (ids: readonly string[]) => Promise<void>;
  readonly events: Locator;
  /** A line of the differences, by its path. */
  readonly difference: (path: string) => Locator;
  /** The equal values that are folded away, of `Fields` or of `Record`. */
  readonly equal: (title: "Fields" | "Record") => Locator;
  readonly add: (id: string) => Promise<void>;
  readonly leaveOut: (letter: string) => Locator;
};

export function comparisonOn(page: Page): Comparison {
  const main = page.getByRole("main");
  return {
    open: async (ids) => {
      await page.goto(`/events/compare?${ids.map((id) => `id=${id}`).join("&")}`);
      await ready(page, "main a");
    },
    events: main.getByRole("list").getByRole("listitem"),
    difference: (path) =>
      main
        .getByRole("table", { name: /: what differs$/ })
        .getByRole("row")
        .filter({ has: page.getByRole("rowheader", { name: path, exact: true }) }),
    equal: (title) =>
      main
        .locator("section")
        .filter({ has: page.getByRole("heading", { name: title, exact: true }) })
        .locator("details"),
    add: async (id) => {
      await main.getByLabel("Another event’s id").fill(id);
      await main.getByRole("button", { name: "Add" }).click();
    },
    leaveOut: (letter) => main.getByRole("link", { name: new RegExp(`^Leave out ${letter},`) }),
  };
}
