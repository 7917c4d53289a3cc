import { STOP, STOP_DAY, STOP_HOUR } from "#e2e/frozen.ts";
import { expectGood } from "#e2e/good-page.ts";
import { resourceOn } from "#e2e/pages/resource-page.ts";
import { expect, test } from "#e2e/test.ts";
import { STORIES } from "#lib/sample/stories/stories.ts";

const facts = STORIES.find(({ id }) => id === "shared-snapshot")?.facts ?? {};
const SNAPSHOT = facts["snapshot"] ?? "";
const VOLUME = facts["volume"] ?? "";

test("from an event to everything that happened to its snapshot, and on to the volume", async ({
  page,
  explorer,
}) => {
  const resource = resourceOn(page);
  await explorer.open({ q: `event:CreateSnapshot resource:${VOLUME}` });
  await explorer.rows.getByRole("link", { name: SNAPSHOT }).first().click();
  await page.getByRole("menuitem", { name: "Open the resource's page" }).click();

  await expect(resource.title).toHaveText(SNAPSHOT);
  await expect(resource.lives).toContainText("tomas.okafor@example.com");
  await expect(resource.lives).toContainText("it still stands, as far as the logs tell");
  await expect(resource.changes).toHaveCount(3);
  await expect(resource.changes.nth(1)).toContainText("999900001111");
  await expect(resource.readers.nth(1)).toContainText("DescribeSnapshotAttribute");

  await resource.related.nth(1).getByRole("link", { name: VOLUME }).click();
  await expect(resource.title).toHaveText(VOLUME);
  await expect(resource.related.nth(1)).toContainText("made into");
});

test.describe("a number of resources in the list", () => {
  test("lists those that have no room in the row, each a way to its page", async ({
    page,
    explorer,
  }, info) => {
    await explorer.open({ ...STOP_HOUR, q: "event:Decrypt", limit: "20" });
    const more = explorer.rows.first().getByRole("link", { name: "+1 more resource", exact: true });
    await page.keyboard.press("j");
    while (!(await more.evaluate((link) => link === document.activeElement)))
      await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const menu = page.getByRole("menu", { name: "Open the page of a resource" });
    await expect(menu).toBeVisible();
    await expectGood(page, info, "more resources");
    await page.keyboard.press("Escape");
    await expect(more).toBeFocused();
    await expect(explorer.panel.place).toHaveCount(0);

    await more.click();
    const [id = ""] = await menu.getByRole("menuitem").allTextContents();
    await menu.getByRole("menuitem").click();
    await page.waitForURL(`**/resources/${encodeURIComponent(id)}`);
    await expect(resourceOn(page).readers.filter({ hasText: "Decrypt" })).not.toHaveCount(0);
  });

  test("lists those that the events of a burst differ in", async ({ page, explorer, table }) => {
    await table.openFolded(STOP_DAY);
    const several = explorer.list.getByRole("link", { name: /^\d+ resources$/ }).first();
    const count = Number.parseInt((await several.textContent()) ?? "", 10);
    await several.click();
    const items = page.getByRole("menu").getByRole("menuitem");
    await expect(items).toHaveCount(Math.min(count, 20));
    await expect(table.members).toHaveCount(0);
    const id = (await items.last().textContent()) ?? "";
    await items.last().click();
    await page.waitForURL(`**/resources/${encodeURIComponent(id)}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(id.split(/[/:]/).at(-1) ?? "");
  });
});

test("a figure leads to the events that it counts", async ({ page, explorer }) => {
  const resource = resourceOn(page);
  await resource.open(STOP.instance);
  const writes = (await resource.figure("Writes").textContent()) ?? "";
  await resource.figure("Writes").click();
  await expect(explorer.count).toHaveText(`${writes} events`);
});

test("the event's page leads to its resource in one click", async ({ page, eventPage }) => {
  await eventPage.open(STOP.id);
  await page.getByRole("link", { name: `Open the page of ${STOP.instance}` }).click();
  await expect(resourceOn(page).title).toHaveText(STOP.instance);
});

test("an ARN is an address, with its slashes encoded or not", async ({ page }) => {
  const arn = `arn:aws:ec2:eu-west-1:444455556666:instance/${STOP.instance}`;
  for (const path of [encodeURIComponent(arn), arn]) {
    await page.goto(`/resources/${path}`);
    await expect(resourceOn(page).title).toHaveText(`instance/${STOP.instance}`);
  }
});

test("what nobody knows is said, hostile or not", async ({ page }) => {
  const resource = resourceOn(page);
  for (const id of [`<img src=x onerror="globalThis.didRun=1">\u202egpj`, "i-00000000000000000"]) {
    await resource.open(id);
    await expect(resource.title).toHaveText("No loaded event names this resource.");
  }
  expect(await page.evaluate(() => "didRun" in globalThis)).toBe(false);
});

test.describe("names that people gave", () => {
  test.afterEach(async ({ request }) => {
    await request.put("/api/names", { data: { accounts: [], people: [] } });
  });

  test("stand beside what AWS tells, on every page", async ({ page, explorer }) => {
    // Wide enough for the account's column, which gives way in a narrower list.
    await page.setViewportSize({ width: 1900, height: 900 });
    await page.goto("/settings/names");
    await page.getByLabel("Accounts", { exact: true }).fill("444455556666 = workshop\nprod = 1");
    await expect(page.getByText("Line 2: An account is a number of twelve digits.")).toBeVisible();
    await page.getByLabel("Accounts", { exact: true }).fill("444455556666 = workshop");
    await page.getByLabel("People").fill("maint-* = the night shift");
    await page.getByRole("button", { name: "Save names" }).click();
    await expect(page.getByText("Saved: 1 accounts, 1 rules for people.")).toBeVisible();

    await explorer.open({ q: `id:${STOP.id}` });
    const account = explorer.rows.first().getByRole("link", { name: "workshop 444455556666" });
    await expect(account).toHaveText("workshop");
    await resourceOn(page).open(STOP.instance);
    await expect(page.getByRole("banner").or(page.getByRole("main"))).toContainText([
      "",
      "workshop · 444455556666",
    ]);
    await expect(resourceOn(page).changes.filter({ hasText: "the night shift" })).toHaveCount(1);
  });
});

test("what came of a person's sessions is one page, and a table to take along", async ({ page }) => {
  await page.goto(`/blast?from=${encodeURIComponent(`actor:${STOP.person}`)}`);
  const credentials = page.getByRole("region", { name: "Credentials" }).locator("ol > li");
  await expect(credentials.filter({ hasText: STOP.session })).toContainText("AssumeRole, exact");
  const written = page.getByRole("region", { name: "What was written to" });
  await expect(written.getByRole("link", { name: STOP.instance })).toBeVisible();
  const file = await page.request.get(
    (await written.getByRole("link", { name: "Export as CSV" }).getAttribute("href")) ?? "",
  );
  expect(await file.text()).toContain(STOP.instance);
});
