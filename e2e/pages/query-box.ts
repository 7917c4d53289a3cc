import type { Locator, Page } from "@playwright/test";

/** The search box with what hangs from it, on whichever page it stands. */
export type QueryBox = {
  readonly input: Locator;
  readonly list: Locator;
  readonly options: Locator;
  readonly chosen: Locator;
  /** The mistakes in what is typed. */
  readonly mistakes: Locator;
  readonly syntax: Locator;
  /** Types key by key into the box, at its end. */
  readonly type: (text: string) => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
  /** The stretches of the query that are shown as one thing, such as all field names. */
  readonly coloured: (kind: string) => Promise<readonly string[]>;
};

export function queryBoxOn(page: Page): QueryBox {
  const input = page.getByRole("combobox", { name: /Search the events|What happened/ });
  const list = page.getByRole("listbox", { name: "Suggestions" });
  return {
    input,
    list,
    options: list.getByRole("option"),
    chosen: list.getByRole("option", { selected: true }),
    mistakes: page.locator("form").getByRole("status").getByRole("listitem"),
    syntax: page.getByRole("dialog", { name: "Syntax of the search" }),
    type: async (text) => {
      await input.focus();
      await page.keyboard.press("End");
      await input.pressSequentially(text);
    },
    paste: async (text) => {
      await page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
      await input.focus();
      await page.keyboard.press("ControlOrMeta+V");
    },
    coloured: (kind) =>
      page
        .locator(`form [aria-hidden] span[class*="${kind}"]`)
        .evaluateAll((all) => all.map((one) => one.textContent ?? "")),
  };
}
