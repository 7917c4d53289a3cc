import type { Locator, Page } from "@playwright/test";
import { explorerAddress, explorerOn } from "#e2e/pages/explorer.ts";

type Parameters = Readonly<Record<string, string>>;

/** The list as a table: bursts, marks, density, and what came since. */
export type EventTable = {
  /** The rows that stand for several events each. */
  readonly bursts: Locator;
  /** The events of the bursts that stand open. */
  readonly members: Locator;
  readonly marked: Locator;
  readonly bar: Locator;
  readonly fold: Locator;
  readonly roomy: Locator;
  readonly newer: Locator;
  /** Opens the list as people see it, bursts folded. */
  readonly openFolded: (parameters: Parameters) => Promise<void>;
  /** The control that opens a burst in place. */
  readonly opener: (burst: Locator) => Locator;
  readonly sizeOf: (burst: Locator) => Promise<number>;
  /** The box that marks a row. */
  readonly box: (row: Locator) => Locator;
  /** How many events the rows of this page hold together. */
  readonly held: () => Promise<number>;
};

export function eventTableOn(page: Page): EventTable {
  const explorer = explorerOn(page);
  const { list, rows } = explorer;
  const bursts = list.locator("tr[data-burst]");
  return {
    bursts,
    members: list.locator("tr[data-in-burst]"),
    marked: list.locator("tr[data-picked]"),
    bar: page.getByRole("region", { name: "Selected events" }),
    fold: page.getByRole("link", { name: /^Fold/ }),
    roomy: page.getByRole("button", { name: "Comfortable rows" }),
    newer: list.getByRole("button", { name: /newer events?$/ }),
    openFolded: async (parameters) => {
      await page.goto(explorerAddress(parameters));
      await explorer.ready();
    },
    opener: (burst) => burst.getByRole("button"),
    sizeOf: async (burst) => Number(await burst.getAttribute("data-burst")),
    box: (row) => row.getByRole("checkbox"),
    held: () =>
      rows.evaluateAll((all) => all.reduce((sum, row) => sum + Number(row.dataset["burst"] ?? 1), 0)),
  };
}
