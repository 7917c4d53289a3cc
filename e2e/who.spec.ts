import type { Locator } from "@playwright/test";
import { expect, test } from "#e2e/test.ts";

/** What a pipeline did as a role that it took with another: two roles, and whoever is behind them. */
const CHAIN = { q: "role:TerraformApply", limit: "20" };

/** A name of five letters and its ellipsis, in CSS pixels. */
const LEAST = 36;

for (const { width, height } of [
  { width: 360, height: 800 },
  { width: 768, height: 900 },
  { width: 1280, height: 900 },
]) {
  for (const panel of ["shut", "open"] as const) {
    if (panel === "open" && width < 1280) continue;
    test(`who is behind a chain of roles can be read at ${width} px with the panel ${panel}`, async ({
      page,
      explorer,
    }) => {
      await page.setViewportSize({ width, height });
      await explorer.open(CHAIN);
      if (panel === "open") {
        await page.keyboard.press("j");
        await page.keyboard.press("Enter");
        await expect(explorer.panel.place).toBeVisible();
      }
      const row = explorer.rows.filter({ has: page.locator("[data-way]") }).first();
      const names = row.locator("[data-way]");
      const role = names.locator("a[data-handle='role']", { hasText: "TerraformApply" });
      for (const part of [names.locator("a[data-handle='actor']"), role]) {
        expect(await seenWidth(part, names)).toBeGreaterThanOrEqual(LEAST);
      }

      const between = names.locator("a[data-handle='role']", { hasText: "CiDeploy" });
      expect(await seenWidth(between, names)).toBe(0);
      await expect(names.getByText("…")).toHaveAttribute("data-hint", /→ CiDeploy → TerraformApply$/);

      await row.locator("a").first().focus();
      for (let step = 0; step < 12; step++) {
        await page.keyboard.press("ArrowRight");
        if (await between.evaluate((link) => link === document.activeElement)) break;
      }
      await expect(between).toBeFocused();
      expect(await seenWidth(between, names)).toBeGreaterThanOrEqual(LEAST);
    });
  }
}

/** How much of a part is in sight of its line, in CSS pixels. */
async function seenWidth(part: Locator, line: Locator): Promise<number> {
  return line.evaluate(
    (frame, link) => {
      if (link === null) return 0;
      const seen = link.getBoundingClientRect();
      const around = frame.getBoundingClientRect();
      const isOnLine = seen.top < around.bottom - 2 && seen.bottom > around.top + 2;
      const isClipped = getComputedStyle(link.parentElement ?? link).clipPath !== "none";
      if (!isOnLine || isClipped) return 0;
      return Math.max(0, Math.min(seen.right, around.right) - Math.max(seen.left, around.left));
    },
    await part.elementHandle(),
  );
}
