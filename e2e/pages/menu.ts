import { expect, type Locator, type Page } from "@playwright/test";

export type ValueAction = "Filter by this" | "Exclude this" | "Search for only this" | "Copy";

/** Clicks a value and chooses from the menu that every value has. */
export async function chooseFor(page: Page, value: Locator, action: ValueAction): Promise<void> {
  await value.click();
  const menu = page.getByRole("menu");
  await expect(menu).toBeVisible();
  await menu.getByRole("menuitem", { name: action }).click();
  await expect(menu).toBeHidden();
}
