import { expect, type Page, type TestInfo } from "@playwright/test";
import { expectAccessible } from "#e2e/accessible.ts";
import { sidewaysOverflow } from "#e2e/test.ts";

const SCHEMES = ["light", "dark"] as const;

/** Looks at the page as it stands, in light and in dark, and keeps a picture of both under this name. */
export async function expectGood(page: Page, info: TestInfo, name: string): Promise<void> {
  for (const colorScheme of SCHEMES) {
    // Without motion: a colour on its way to another has no contrast to judge.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.screenshot({ path: info.outputPath(`${name} ${colorScheme}.png`) });
    expect(await sidewaysOverflow(page)).toBe(0);
    await expectAccessible(page);
  }
}
