import { expectAccessible } from "#e2e/accessible.ts";
import { STOP, STOP_HOUR, TRAIL } from "#e2e/frozen.ts";
import { actorPagesOn } from "#e2e/pages/actor-pages.ts";
import { expect, sidewaysOverflow, test } from "#e2e/test.ts";

const SWEDEN = "Malmö, Sweden · AS64500 Example Networks AB";
const HOSTILE = 'Portugal · AS64501 <img src=x onerror="globalThis.didRun=1">[U+202E]gro';
const HOSTILE_ADDRESS = "192.0.2.90";

test("the list shows the country beside the address, and more on hover", async ({ page, explorer }) => {
  await page.setViewportSize({ width: 1900, height: 900 });
  await explorer.open({ q: `id:${STOP.id}` });
  const cell = explorer.rows.first().locator("td[data-column='ip']");
  await expect(cell.getByRole("link", { name: STOP.address, exact: true })).toBeVisible();
  await expect(cell).toHaveText(`${STOP.address}SE`);
  await cell.getByText("SE", { exact: true }).hover();
  await expect(page.getByRole("tooltip")).toHaveText(SWEDEN);
  await cell.getByRole("link").hover();
  await expect(page.getByRole("tooltip")).toContainText(STOP.address);
  await expect(page.getByRole("tooltip")).toContainText(SWEDEN);
});

test("the address stays what is searched and copied", async ({ page, explorer }) => {
  await page.setViewportSize({ width: 1900, height: 900 });
  await explorer.open({ ...STOP_HOUR, q: `actor:${STOP.person}` });
  const address = explorer.row("StopInstances").locator("td[data-column='ip']").getByRole("link");
  await explorer.choose(address, "Filter by this");
  await expect(page).toHaveURL(new RegExp(`ip(?:%3A|:)${STOP.address.replaceAll(".", "\\.")}`));
  await expect(explorer.rows.first()).toContainText(STOP.address);
});

test("an event, its session, its actor and a blast radius tell country and network", async ({
  page,
  explorer,
  eventPage,
}) => {
  const { openActor, part } = actorPagesOn(page);
  await explorer.open({ q: `id:${STOP.id}`, event: STOP.id });
  await expect(explorer.panel.fact("From")).toHaveText(`${STOP.address} ${SWEDEN}`);
  await eventPage.open(STOP.id);
  await expect(eventPage.fact("From")).toHaveText(`${STOP.address} ${SWEDEN}`);
  await eventPage.fact("Session").getByRole("link").click();
  await page.getByRole("menuitem", { name: "Open the page of this session" }).click();
  await expect(part("From").getByRole("listitem").filter({ hasText: STOP.address })).toContainText(SWEDEN);
  await openActor(STOP.person, TRAIL);
  await expect(part("From").getByRole("listitem").filter({ hasText: STOP.address })).toContainText(SWEDEN);
  await eventPage.open(STOP.id);
  await eventPage.fact("From").getByRole("link").click();
  await page.getByRole("menuitem", { name: "Trace what came of this address" }).click();
  await expect(page.getByRole("main")).toContainText(`${STOP.address}: ${SWEDEN}`);
});

test("an address that opens in the panel beside the list is told of as well", async ({ explorer }) => {
  await explorer.open({ ...STOP_HOUR, q: `actor:${STOP.person}` });
  await explorer.openRow(explorer.row("StopInstances"));
  await expect(explorer.panel.fact("From")).toHaveText(`${STOP.address} ${SWEDEN}`);
});

test("the texts of the file are shown and not obeyed", async ({ page, explorer }) => {
  await page.setViewportSize({ width: 1900, height: 900 });
  await explorer.open({ q: `ip:${HOSTILE_ADDRESS}` });
  const cell = explorer.rows.first().locator("td[data-column='ip']");
  await cell.getByText("PT", { exact: true }).hover();
  await expect(page.getByRole("tooltip")).toHaveText(HOSTILE);
  await explorer.openRow(explorer.rows.first());
  await expect(explorer.panel.fact("From")).toHaveText(`${HOSTILE_ADDRESS} ${HOSTILE}`);
  await page.goto(`/blast?from=ip:${HOSTILE_ADDRESS}`);
  await expect(page.getByRole("main")).toContainText(HOSTILE_ADDRESS);
  expect(await page.evaluate(() => "didRun" in globalThis)).toBe(false);
  await expect(page.locator("img[src='x']")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`pages with addresses are accessible and fit a phone, ${colorScheme}`, async ({ page, explorer }) => {
    await page.emulateMedia({ colorScheme });
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await explorer.open({ q: `ip:${STOP.address}`, cols: "time,event,ip,actor" });
      await expect(explorer.rows.first()).toContainText("SE");
      await expectAccessible(page);
      expect(await sidewaysOverflow(page)).toBe(0);
      await page.goto(`/actors/${encodeURIComponent(STOP.person)}`);
      await expectAccessible(page);
      expect(await sidewaysOverflow(page)).toBe(0);
      await page.goto(`/blast?from=ip:${STOP.address}`);
      await expectAccessible(page);
      expect(await sidewaysOverflow(page)).toBe(0);
    }
  });
}
