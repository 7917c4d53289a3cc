import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "#e2e/accessible.ts";
import { STOP, STOP_HOUR } from "#e2e/frozen.ts";
import { expect, test } from "#e2e/test.ts";

/*
 * Any value on screen asks for itself, or excludes itself, by one click or one key. What the menu of a value does
 * beside that is in explorer.spec.ts.
 */

const HOUR = { ...STOP_HOUR, limit: "20" };
const ISSUER = "userIdentity.sessionContext.sessionIssuer.userName";

/** The bar beside the value that is pointed at. */
function barOf(page: Page, value: string) {
  const filter = page.getByRole("link", { name: `Filter by ${value}`, exact: true });
  const exclude = page.getByRole("link", { name: `Exclude ${value}`, exact: true });
  return { filter, exclude };
}

function first(list: Locator, name: string): Locator {
  return list.getByRole("link", { name, exact: true }).first();
}

test.describe("a value of the list", () => {
  test("is asked for by one click beside it", async ({ page, explorer }) => {
    await explorer.open(HOUR);
    await first(explorer.list, "ecr").hover();
    await barOf(page, "ecr.amazonaws.com").filter.click();
    await expect(explorer.search).toHaveValue("service:ecr");
    await expect(barOf(page, "ecr.amazonaws.com").filter).toBeHidden();
    await expect(explorer.panel.place).toBeHidden();
  });

  test("is excluded by one click beside it", async ({ page, explorer }) => {
    await explorer.open(HOUR);
    await first(explorer.list, "ecr").hover();
    await barOf(page, "ecr.amazonaws.com").exclude.click();
    await expect(explorer.search).toHaveValue("-service:ecr");
    await expect(explorer.list.getByRole("link", { name: "ecr", exact: true })).toHaveCount(0);
  });

  test("is asked for by +, and excluded by -, where the arrow keys have come to", async ({
    page,
    explorer,
  }) => {
    await explorer.open({ ...STOP_HOUR, q: "event:StopInstances" });
    await page.keyboard.press("j");
    const region = explorer.rows.first().getByRole("link", { name: "eu-west-1" });
    while (!(await region.evaluate((link) => link === document.activeElement)))
      await page.keyboard.press("ArrowRight");
    await page.keyboard.press("+");
    await expect(explorer.search).toHaveValue("event:StopInstances region:eu-west-1");
    await expect(explorer.rows.first()).toBeVisible();
    await explorer.rows.first().getByRole("link", { name: "eu-west-1" }).focus();
    await page.keyboard.press("-");
    await expect(explorer.search).toHaveValue("event:StopInstances -region:eu-west-1");
  });

  test("has its bar beside it, and out of the way of what stands below", async ({ page, explorer }) => {
    await explorer.open(HOUR);
    const value = first(explorer.list, "ecr");
    await value.hover();
    const { filter, exclude } = barOf(page, "ecr.amazonaws.com");
    await expect(exclude).toBeVisible();
    const [at, bar] = [await value.boundingBox(), await filter.boundingBox()];
    expect(bar?.x).toBeGreaterThanOrEqual((at?.x ?? 0) + (at?.width ?? 0));
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(filter).toBeHidden();
  });
});

test.describe("under a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test("a value opens its menu, without a bar", async ({ page, explorer }) => {
    await explorer.open(HOUR);
    await first(explorer.list, "ecr").tap();
    await expect(page.getByRole("menuitem", { name: "Filter by this" })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Exclude / })).toHaveCount(0);
  });
});

test.describe("a leaf of the record", () => {
  test("is asked for by one click", async ({ page, explorer }) => {
    await explorer.open({ q: `ip:${STOP.address}`, event: STOP.id });
    await explorer.panel.branch("sessionIssuer").click();
    await explorer.panel.leaf(ISSUER).hover();
    await barOf(page, STOP.role).filter.click();
    await expect(explorer.search).toHaveValue(`ip:${STOP.address} ${ISSUER}:${STOP.role}`);
  });

  test("is excluded by a key", async ({ page, explorer }) => {
    await explorer.open({ q: `ip:${STOP.address}`, event: STOP.id });
    await explorer.panel.branch("sessionIssuer").click();
    await explorer.panel.leaf(ISSUER).focus();
    await page.keyboard.press("-");
    await expect(explorer.search).toHaveValue(`ip:${STOP.address} -${ISSUER}:${STOP.role}`);
  });

  test("leads from the event's own page to the explorer", async ({ page, eventPage, explorer }) => {
    await eventPage.open(STOP.id);
    await eventPage.branch("sessionIssuer").click();
    await eventPage.leaf(ISSUER).hover();
    await barOf(page, STOP.role).filter.click();
    await expect(page).toHaveURL(/\/events\?/);
    await expect(explorer.search).toHaveValue(`${ISSUER}:${STOP.role}`);
  });
});
