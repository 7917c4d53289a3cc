import type { Page } from "@playwright/test";
import { STOP, STOP_DAY } from "#e2e/frozen.ts";
import { explorerAddress } from "#e2e/pages/explorer.ts";
import { expect, test } from "#e2e/test.ts";

/** Whoever chose a clock keeps it, wherever a page of ours leads. */

const TZ = "Europe/Berlin";
const NO_ID = "00000000-0000-4000-8000-000000000000";

const PAGES = [
  "/",
  "/sources",
  "/sources/new",
  "/views",
  "/settings/names",
  "/blast",
  "/docs/api",
  `/events/${STOP.id}`,
  `/events/compare?id=${STOP.id}`,
  `/resources/${STOP.instance}`,
  explorerAddress({ ...STOP_DAY, limit: "20" }),
  explorerAddress({ from: "2001-01-01", to: "2001-01-02" }),
] as const;

const MISSING = [
  "/nowhere",
  `/events/${NO_ID}`,
  `/sources/${NO_ID}`,
  "/actors/nobody-of-this-name",
  "/sessions/ASIANOBODYOFTHISKEY1",
  "/resources/i-nobodyhasthis",
  "/s/nobody-of-this-token",
] as const;

for (const address of PAGES) {
  test(`${address} leads on in the zone that was chosen`, async ({ page }) => {
    await expectKept(page, address);
  });
}

test.describe("what is not there", () => {
  test.use({ complaints: [/status of 404/] });
  for (const address of MISSING) {
    test(`${address} leads on in the zone that was chosen`, async ({ page }) => {
      await expectKept(page, address);
    });
  }
});

test("the page of a source does, and its forms", async ({ page, request }) => {
  const { sources } = await (await request.get("/api/sources")).json();
  await expectKept(page, `/sources/${sources[0].id}`);
  await page.getByRole("button", { name: "Set", exact: true }).last().click();
  await expect(page).toHaveURL(/\?tz=Europe\/Berlin#settings$/);
});

test("a question of the start page is answered in it", async ({ page, explorer }) => {
  await page.goto(`/?tz=${TZ}`);
  await page.getByLabel("What happened?").fill(`id:${STOP.id}`);
  await page.getByLabel("What happened?").press("Enter");
  await expect(page).toHaveURL(/\/events\?.*tz=Europe\/Berlin/);
  await expect(explorer.headers.first()).toHaveText("Time, Europe/Berlin");

  await page.goto(`/?tz=${TZ}`);
  const question = page.getByRole("textbox", { name: "Who touched this resource?" });
  await question.fill(STOP.instance);
  await question.press("Enter");
  await expect(page).toHaveURL(/\/events\?.*tz=Europe\/Berlin/);
});

/** Every way on from the page, but to what has no clock, says the zone. */
async function expectKept(page: Page, address: string): Promise<void> {
  await page.goto(`${address}${address.includes("?") ? "&" : "?"}tz=${TZ}`);
  await page.waitForLoadState("networkidle");
  const links = page.locator("a[href^='/']:not([href^='/api/'])");
  await expect(links.first()).toBeVisible();
  const lost = await links.evaluateAll((all) =>
    all.flatMap((one) => one.getAttribute("href") ?? []).filter((href) => !href.includes("tz=Europe/Berlin")),
  );
  expect(lost).toEqual([]);
}
