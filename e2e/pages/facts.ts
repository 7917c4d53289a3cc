import type { Locator } from "@playwright/test";

/** The value that stands beside a name in a list of facts. */
export function factOf(scope: Locator, name: string): Locator {
  const term = scope.locator("dt").filter({ hasText: new RegExp(`^${name}$`) });
  return term.locator("xpath=following-sibling::dd[1]");
}

/** The words of an element, as they are; empty where it has none. */
export async function textOf(element: Locator): Promise<string> {
  return (await element.textContent()) ?? "";
}
