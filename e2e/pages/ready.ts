import type { Page } from "@playwright/test";

/**
 * Waits until the scripts of a page are at work. Pages do something useful before that (a value is then a plain link),
 * but not what most tests are about. React marks the elements that it has taken over.
 */
export async function ready(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((place) => {
    const element = document.querySelector(place);
    return element !== null && Object.keys(element).some((key) => key.startsWith("__reactProps"));
  }, selector);
  // What listens to keys begins after the first paint, once there is nothing more urgent to do.
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
}
