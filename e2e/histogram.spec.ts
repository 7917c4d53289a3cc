import { expectAccessible } from "#e2e/accessible.ts";
import { STOP_DAY } from "#e2e/frozen.ts";
import { textOf } from "#e2e/pages/facts.ts";
import { expect, test } from "#e2e/test.ts";

const DAY = { ...STOP_DAY, limit: "20" };
/** Half a day of which no log object of one account and region was delivered, and the days around it. */
const HOLE = { from: "2026-11-13T00:00:00Z", to: "2026-11-17T00:00:00Z" };
const HOLE_PLACE = "account:222233334444 region:eu-west-1";

test.use({ viewport: { width: 1440, height: 900 } });

/** The events that the drawing's words count. */
function counted(words: string | null): number {
  return Number(/([\d,]+) events?/.exec(words ?? "")?.[1]?.replaceAll(",", "") ?? Number.NaN);
}

test("the bars are the list's events, in and out of a query", async ({ explorer, histogram }) => {
  for (const q of ["", "service:iam", "event:StopInstances"]) {
    await explorer.open({ ...DAY, q });
    await expect(explorer.count).toBeVisible();
    const count = Number((await textOf(explorer.count)).replaceAll(/\D/g, ""));
    await expect(histogram.bars).toHaveAttribute("aria-valuetext", /event/);
    expect(counted(await histogram.bars.getAttribute("aria-valuetext"))).toBe(count);
  }
});

test("dragging zooms into the time, and the way back is the browser's", async ({
  page,
  explorer,
  histogram,
}) => {
  await explorer.open(DAY);
  await expect(histogram.bars).toBeVisible();
  await histogram.drag(0.26, 0.49);
  await expect(page).toHaveURL(/from=2026-11-16T0[5-6]/);
  await expect(page).toHaveURL(/to=2026-11-16T1[1-2]/);
  await expect(explorer.time).toHaveText(/^16 Nov 2026 0[5-6]:\d\d – 1[1-2]:\d\d$/);
  await page.goBack();
  await expect(explorer.time).toHaveText("16 Nov 2026 00:00 – 17 Nov 2026 00:00");
});

test("zooming out doubles the time", async ({ page, explorer, histogram }) => {
  await explorer.open(DAY);
  await histogram.zoomOut.click();
  await expect(page).toHaveURL(/from=2026-11-15T12:00:00Z&to=2026-11-17T12:00:00Z/);
});

test("pointing tells the numbers of a bar", async ({ explorer, histogram }) => {
  await explorer.open(DAY);
  await histogram.point(0.6);
  await expect(histogram.bars).toContainText(/Mon 16 Nov 2026 14:\d\d – 1[45]:\d\d UTC/);
  await expect(histogram.bars).toContainText("denied or failed");
});

test("arrows move the cursor and say it, Shift widens it, Escape drops it, Enter zooms", async ({
  page,
  explorer,
  histogram,
}) => {
  await explorer.open(DAY);
  await histogram.bars.focus();
  const whole = await histogram.bars.getAttribute("aria-valuetext");
  await page.keyboard.press("Home");
  await expect(histogram.bars).toHaveAttribute("aria-valuetext", /^Mon 16 Nov 2026 00:00 – 00:\d\d UTC, /);
  await page.keyboard.press("Shift+End");
  await expect
    .poll(async () => counted(await histogram.bars.getAttribute("aria-valuetext")))
    .toBe(counted(whole));
  await page.keyboard.press("Escape");
  await expect(histogram.bars).toHaveAttribute("aria-valuetext", whole ?? "");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=2026-11-16T00:00:00Z&to=2026-11-16T00:\d\d:00Z/);
});

test("the axis is in the zone of the view", async ({ explorer, histogram }) => {
  await explorer.open({ ...DAY, tz: "Asia/Kolkata" });
  await histogram.bars.focus();
  await histogram.bars.press("Home");
  await expect(histogram.bars).toHaveAttribute("aria-valuetext", /^Mon 16 Nov 2026 05:30 – .* Asia\/Kolkata/);
});

test.describe("time of which nothing was loaded", () => {
  test("is hatched and named, apart from quiet", async ({ explorer, histogram }) => {
    await explorer.open({ ...HOLE, q: HOLE_PLACE, limit: "20" });
    await expect(histogram.legend).toContainText("not loaded");
    await expect(histogram.bars).toHaveAttribute(
      "aria-valuetext",
      /Sun 15 Nov 2026 0[12]:\d\d – 14:\d\d not loaded: 222233334444 eu-west-1/,
    );
    const hatched = histogram.bars.locator("[data-whole]");
    await expect(hatched).toHaveCount(1);
    await histogram.point(0.58);
    await expect(histogram.bars).toContainText("not loaded: 222233334444 eu-west-1");
  });

  test("of some accounts only is marked as a part", async ({ explorer, histogram }) => {
    await explorer.open({ ...HOLE, limit: "20" });
    await expect(histogram.legend).toContainText("in part not loaded");
    await expect(histogram.bars.locator("[data-whole]")).toHaveCount(0);
  });

  test("is none on a day that was loaded", async ({ explorer, histogram }) => {
    await explorer.open(DAY);
    await expect(histogram.legend).toContainText("read");
    await expect(histogram.legend).not.toContainText("not loaded");
  });
});

test.describe("when the answer does not come", () => {
  test.use({ complaints: [/status of 503/] });

  test("the list is there, the last bars stay, marked", async ({ page, explorer, histogram }) => {
    await explorer.open(DAY);
    await expect(histogram.bars).toBeVisible();
    const failing = {
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({
        title: "The search took too long and was stopped.",
        code: "query-timeout",
        remedy: "Narrow the time range or add a filter.",
      }),
    };
    await page.route("**/api/histogram?*", (route) => route.fulfill(failing));
    await explorer.type("is:write");
    await expect(histogram.place).toContainText("Not counted: it took too long. Below is the last answer");
    await expect(histogram.bars).toBeVisible();
    await expect(explorer.rows.first()).toBeVisible();
    await page.unroute("**/api/histogram?*");
    await histogram.place.getByRole("button", { name: "Try again" }).click();
    await expect(histogram.place).not.toContainText("Not counted");
  });

  test("its place is kept, so that the list does not move", async ({ page, explorer, histogram }) => {
    const held: (() => void)[] = [];
    await page.route("**/api/histogram?*", async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await explorer.open(DAY);
    const before = await explorer.list.boundingBox();
    await expect.poll(() => held.length).toBe(1);
    for (const release of held) release();
    await expect(histogram.bars).toBeVisible();
    expect(await explorer.list.boundingBox()).toEqual(before);
  });
});

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
]) {
  test(`at ${viewport.width} px no rule of accessibility is broken, light and dark, with the cursor out`, async ({
    page,
    explorer,
    histogram,
  }, info) => {
    await page.setViewportSize(viewport);
    await explorer.open({ ...HOLE, q: HOLE_PLACE, limit: "20" });
    await histogram.bars.focus();
    await histogram.bars.press("Home");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: info.outputPath(`${viewport.width} ${colorScheme}.png`) });
      await expectAccessible(page);
    }
  });
}
