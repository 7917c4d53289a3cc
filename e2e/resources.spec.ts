import { STOP } from "#e2e/frozen.ts";
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
