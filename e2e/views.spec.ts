import { expectAccessible } from "#e2e/accessible.ts";
import { STOP_DAY, TRAIL } from "#e2e/frozen.ts";
import { explorerOn } from "#e2e/pages/explorer.ts";
import { viewsOn } from "#e2e/pages/views.ts";
import { expect, sidewaysOverflow, test } from "#e2e/test.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const QUERY = { q: "event:StopInstances", ...TRAIL };

test.describe("sharing", () => {
  test("offers the latest, and what is seen now", async ({ page, explorer }) => {
    const views = viewsOn(page);
    const copied = async () =>
      new URL(await page.evaluate(() => navigator.clipboard.readText())).searchParams;
    await explorer.open({ q: "is:write", from: "now-1h", fold: "on" });
    await views.share();
    await views.sheet.getByRole("button", { name: "Always the latest" }).click();
    await expect(views.sheet.getByText("Link copied")).toBeVisible();
    expect(Object.fromEntries(await copied())).toEqual({ q: "is:write", from: "now-1h" });
    await views.sheet.getByRole("button", { name: "As of now" }).click();
    await expect.poll(async () => (await copied()).get("from")).toMatch(/^\d{4}-\d\d-\d\dT/);
    const { from = "", to = "" } = Object.fromEntries(await copied());
    expect(Date.parse(to) - Date.parse(from)).toBeGreaterThanOrEqual(3_599_000);
    expect((await copied()).get("q")).toBe("is:write");
  });

  test("means the same span by now as whoever shares it, and the first page", async ({
    page,
    explorer,
    request,
  }) => {
    const views = viewsOn(page);
    const copied = async () =>
      new URL(await page.evaluate(() => navigator.clipboard.readText())).searchParams;
    const { nextCursor } = await (await request.get("/api/events", { params: { to: "now" } })).json();
    await page.clock.install();
    await explorer.open({ from: "now-30d", to: "now", cursor: nextCursor });
    await page.clock.setFixedTime(Date.now() + 3_600_000);
    await views.share();
    await views.sheet.getByRole("button", { name: "As of now" }).click();
    await expect.poll(async () => (await copied()).get("from")).toMatch(/^\d{4}-\d\d-\d\dT/);
    const { from = "", to = "" } = Object.fromEntries(await copied());
    expect(Date.parse(to) - Date.parse(from)).toBe(30 * 86_400_000);
    await views.sheet.getByRole("button", { name: "Always the latest" }).click();
    await expect.poll(async () => (await copied()).get("from")).toBe("now-30d");
    expect((await copied()).has("cursor")).toBe(false);
  });

  test("asks for a view's name at once: what is typed is no key of the list", async ({ page, explorer }) => {
    const views = viewsOn(page);
    await explorer.open({ q: "is:write", ...STOP_DAY });
    await views.share();
    await views.sheet.getByRole("button", { name: "Save this view" }).press("Enter");
    await expect(views.sheet.getByLabel("Name")).toBeFocused();
  });

  test("offers one link where the times are fixed already", async ({ page, explorer }) => {
    const views = viewsOn(page);
    await explorer.open({ q: "is:write", ...STOP_DAY });
    await views.share();
    await expect(views.sheet.getByRole("button", { name: /Copy link/ })).toBeVisible();
    await expect(views.sheet.getByRole("button", { name: "As of now" })).toHaveCount(0);
  });
});

test.describe("a saved view", () => {
  test("opens by its short address for somebody else, and from the start page", async ({
    page,
    browser,
    explorer,
    start,
  }) => {
    const views = viewsOn(page);
    await explorer.open(QUERY);
    const address = await views.save({
      name: "Stopped instances",
      description: "Every stop of the month.",
      note: "Ops looks at it on Mondays.",
    });

    const context = await browser.newContext();
    const other = await context.newPage();
    await other.goto(new URL(address, page.url()).href);
    await expect(explorerOn(other).search).toHaveValue("event:StopInstances");
    expect(new URL(other.url()).searchParams.get("from")).toBe(TRAIL.from);
    await context.close();

    await start.open();
    await page.getByRole("link", { name: /Stopped instances/ }).click();
    await expect(explorer.search).toHaveValue("event:StopInstances");
  });

  test("is changed and deleted, by keys alone", async ({ page, explorer }) => {
    const views = viewsOn(page);
    await explorer.open({ q: "is:denied", from: "now-7d" });
    const address = await views.save({ name: "Refused" });
    await views.open();
    const row = views.named("Refused");
    await expect(row).toContainText("is:denied, last 7 d");
    await expect(row).toContainText(/Saved \S/);
    await row.getByRole("button", { name: "Change" }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Name").press("End");
    await page.keyboard.type(" calls");
    await page.keyboard.press("Enter");
    const renamed = views.named("Refused calls");
    await expect(renamed).toBeVisible();
    await renamed.getByRole("button", { name: "Delete" }).press("Enter");
    await expect(renamed).toContainText("Links to it will lead nowhere.");
    await renamed.getByRole("button", { name: "Delete it" }).press("Enter");
    await expect(renamed).toHaveCount(0);
    const answer = await page.request.get(address);
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain("There is no view at this address.");
  });

  test("shows hostile names as text", async ({ page, explorer }) => {
    const views = viewsOn(page);
    const name = `<img src=x onerror="globalThis.didRun=1">\u202egpj`;
    await explorer.open(QUERY);
    await views.save({ name, note: "</textarea><script>globalThis.didRun=1</script>" });
    await views.open();
    await expect(page.getByRole("heading", { name: "<img src=x" })).toContainText("[U+202E]");
    await expect(page.getByText("</textarea><script>")).toBeVisible();
    expect(await page.evaluate(() => "didRun" in globalThis)).toBe(false);
    expect(await sidewaysOverflow(page)).toBe(0);
  });
});

test.describe("for everybody", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`sharing and the views are accessible, ${colorScheme}`, async ({ page, explorer }) => {
      const views = viewsOn(page);
      await page.emulateMedia({ colorScheme });
      await explorer.open(QUERY);
      await views.save({ name: `Stops, ${colorScheme}`, description: "Every stop." });
      await expectAccessible(page);
      await views.open();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Change" }).first().click();
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 760 });
      expect(await sidewaysOverflow(page)).toBe(0);
    });
  }
});
