import { expectAccessible } from "#e2e/accessible.ts";
import { STOP_DAY } from "#e2e/frozen.ts";
import { expect, test } from "#e2e/test.ts";

/** Half a day of which no log object of one account and region was delivered, and the days around it. */
const HOLE = { from: "2026-11-13T00:00:00Z", to: "2026-11-17T00:00:00Z" };
/** The same, and weeks before the first log object. */
const EARLY_HOLE = { from: "2026-10-01T00:00:00Z", to: HOLE.to };
const HOLE_PLACE = "account:222233334444 region:eu-west-1";

test("the line over the list tells a gap, and leads to it", async ({ page, explorer, histogram }) => {
  await explorer.open(HOLE);
  const gap = page.getByRole("link", { name: /^1 gap of 1[23] h in eu-west-1$/ });
  await gap.hover();
  const hint = page.getByRole("tooltip");
  await expect(hint).toContainText(/Sun 15 Nov 2026 0[12]:\d\d – 14:\d\d UTC/);
  await expect(hint).toContainText("in part not loaded: 222233334444 eu-west-1");
  await gap.click();
  await expect(page).toHaveURL(/from=2026-11-14T1[89]:.*&to=2026-11-15T2[01]:/);
  await expect(gap).toBeVisible();
  await expect(histogram.legend).toContainText("in part not loaded");
});

test("it tells it in the zone of the view, and without a place where nothing else is looked at", async ({
  page,
  explorer,
}) => {
  await explorer.open({ ...HOLE, q: HOLE_PLACE, tz: "Asia/Kolkata" });
  const gap = page.getByRole("link", { name: /^1 gap of 1[23] h$/ });
  await gap.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tooltip")).toContainText(
    /Sun 15 Nov 2026 0[67]:\d\d – (?:19|20):\d\d Asia\/Kolkata/,
  );
});

test("it tells where what is loaded begins, and nothing of what is whole", async ({ page, explorer }) => {
  await explorer.open({ from: "2026-10-01T00:00:00Z", to: "2026-10-31T00:00:00Z" });
  await expect(page.getByText(/^nothing loaded before \w{3} 2\d Oct 2026$/)).toBeVisible();
  await explorer.open(STOP_DAY);
  await expect(explorer.count).toBeVisible();
  await expect(page.getByText(/nothing loaded|\bgap/)).toHaveCount(0);
});

for (const viewport of [
  { width: 360, height: 740 },
  { width: 640, height: 900 },
  { width: 1280, height: 900 },
]) {
  test(`at ${viewport.width} px it moves nothing, and breaks no rule of accessibility, light and dark`, async ({
    page,
    explorer,
  }, info) => {
    await page.setViewportSize(viewport);
    await explorer.open(STOP_DAY);
    const without = await explorer.list.boundingBox();
    await explorer.open(HOLE);
    await expect(page.getByRole("link", { name: /^1 gap/ })).toBeVisible();
    expect((await explorer.list.boundingBox())?.y).toBe(without?.y);
    await explorer.open(EARLY_HOLE);
    await expect(page.getByRole("link", { name: /^1 gap/ })).toBeVisible();
    await expect(page.getByText(/^nothing loaded before/)).toBeVisible();
    expect((await explorer.list.boundingBox())?.y).toBe(without?.y);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: info.outputPath(`${viewport.width} ${colorScheme}.png`) });
      await expectAccessible(page);
    }
  });
}
