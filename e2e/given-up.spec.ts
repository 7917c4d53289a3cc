import type { Page } from "@playwright/test";
import { STOP_DAY, TRAIL } from "#e2e/frozen.ts";
import { expectGood } from "#e2e/good-page.ts";
import { type HeldDatabase, holdEvents } from "#e2e/held-database.ts";
import { explorerAddress, explorerOn } from "#e2e/pages/explorer.ts";
import { expect, test } from "#e2e/test.ts";

/** Searches that nobody waits for any more, in a database that answers none: each would run for ten seconds. */

/** What the roll-up cannot count, so that events must be read for it. */
const BROAD = "-service:iam -region:us-west-2";
/** Other events than the newest, most of which are reads. */
const WRITES = `is:write ${BROAD}`;
const OTHER = "-service:iam -region:eu-west-1";
/** Far less than the ten seconds after which a search is stopped anyway. */
const SOON = { timeout: 4_000 };

let held: HeldDatabase;

test.afterEach(() => held.release());

/** From here on no question about events is answered; what is counted beside the list asks none. */
async function hold(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) await page.route(/\/api\/|\/events\/rows\?/, () => undefined);
  held = await holdEvents();
}

/** The questions that wait in the database, once there are some beside those. */
async function newWaiting(others: readonly string[] = []): Promise<readonly string[]> {
  const fresh = async () => (await held.waiting()).filter((name) => !others.includes(name));
  await expect.poll(fresh).not.toEqual([]);
  // The list and its count, each on its way.
  await new Promise((resolve) => setTimeout(resolve, 300));
  return fresh();
}

/** Waits until none of these waits any more. */
async function gone(names: readonly string[]): Promise<void> {
  await expect
    .poll(async () => (await held.waiting()).filter((name) => names.includes(name)), SOON)
    .toEqual([]);
}

const STOPPED = "You stopped this search.";

for (const { what, address } of [
  { what: "the list", address: explorerAddress({ q: BROAD, ...TRAIL }) },
  { what: "one event", address: "/events/3b08722d-d5aa-4b8d-b257-792952e7cc6d" },
]) {
  test(`a page that is closed while it loads leaves nothing running: ${what}`, async ({ page, baseURL }) => {
    await hold(page);
    const leaving = new AbortController();
    const loading = fetch(new URL(address, baseURL), { signal: leaving.signal })
      .then((response) => response.text())
      .catch(() => "left");
    const running = await newWaiting();
    leaving.abort();
    expect(await loading).toBe("left");
    await gone(running);
    expect(await held.waiting()).toEqual([]);
  });
}

test("a tab that is closed leaves nothing running", async ({ page, context }) => {
  const tab = await context.newPage();
  await hold(page, tab);
  void tab.goto(explorerAddress({ q: BROAD, ...TRAIL })).catch(() => undefined);
  const running = await newWaiting();
  await tab.close();
  await gone(running);
  expect(await held.waiting()).toEqual([]);
});

test("a better search of the same tab ends the one before it", async ({ page, explorer }) => {
  await explorer.open({ ...TRAIL, limit: "20" });
  await hold(page);
  await explorer.type(BROAD);
  const first = await newWaiting();
  await explorer.type(OTHER);
  const second = await newWaiting(first);
  await gone(first);
  expect(second).not.toEqual([]);

  await held.release();
  await expect(page).toHaveURL(/eu-west-1/);
  await expect(explorer.rows).toHaveCount(20);
  await expect(explorer.count).toBeVisible();
  // What was given up is asked anew, not remembered as a failure.
  await explorer.type(BROAD);
  await expect(page).toHaveURL(/us-west-2/);
  await expect(explorer.rows).toHaveCount(20);
  await expect(explorer.list.getByRole("alert")).toHaveCount(0);
});

test("a better search ends the one that the page was opened with", async ({ page, explorer }) => {
  await hold(page);
  void page.goto(explorerAddress({ q: BROAD, ...TRAIL })).catch(() => undefined);
  const first = await newWaiting();
  await explorer.ready();
  await explorer.type(OTHER);
  await newWaiting(first);
  await gone(first);
});

test("a search can be cancelled, which the list says, with the last answer under it", async ({
  page,
  explorer,
}) => {
  await explorer.open({ ...TRAIL, limit: "20" });
  const before = await explorer.ids();
  await hold(page);
  await explorer.type(WRITES);
  const running = await newWaiting();
  const cancel = page.getByRole("button", { name: "Cancel" });
  await expect(cancel).toBeVisible();
  await cancel.click();
  await gone(running);
  await expect(explorer.search).toBeFocused();
  const note = explorer.list.getByRole("alert");
  await expect(note).toContainText(STOPPED);
  await expect(note).toContainText("Below is the last answer that came.");
  expect(await held.waiting()).toEqual([]);
  expect(await explorer.ids()).toEqual(before);
  await expect(page).toHaveURL(/us-west-2/);
  await expect(cancel).toHaveCount(0);

  // What is asked again can be cancelled again.
  const again = note.getByRole("button", { name: "Search again" });
  await again.click();
  const second = await newWaiting();
  await cancel.click();
  await gone(second);
  await expect(again).toBeEnabled();
  await held.release();
  await again.click();
  await expect(note).toHaveCount(0);
  await expect(explorer.rows).toHaveCount(20);
  expect(await explorer.ids()).not.toEqual(before);
});

test("a list from before nothing was found is not the last answer", async ({ page, explorer }) => {
  await explorer.open({ ...TRAIL, limit: "20" });
  await explorer.type("event:NobodyEverCalledThis");
  await expect(page.getByRole("heading", { name: /^Your filter excludes all / })).toBeVisible();
  await hold(page);
  await explorer.type(BROAD);
  await newWaiting();
  await page.getByRole("button", { name: "Cancel" }).click();
  const note = explorer.list.getByRole("alert");
  await expect(note).toContainText(STOPPED);
  await expect(note).not.toContainText("Below is the last answer");
  await expect(explorer.rows).toHaveCount(0);
});

test("Escape cancels a search, before it closes the panel", async ({ page, explorer }) => {
  await explorer.open({ ...STOP_DAY, limit: "20" });
  await explorer.openRow(explorer.rows.first());
  await hold(page);
  await explorer.type(BROAD);
  const running = await newWaiting();
  await page.keyboard.press("Escape");
  await gone(running);
  await expect(explorer.list.getByRole("alert")).toContainText(STOPPED);
  await expect(explorer.panel.place).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(explorer.panel.place).toHaveCount(0);
});

test("the focus goes to the search box with the button that has it, and else stays", async ({
  page,
  explorer,
}) => {
  await explorer.open({ ...TRAIL, limit: "20" });
  await hold(page);
  const cancel = page.getByRole("button", { name: "Cancel" });
  for (const key of ["Enter", "Escape"]) {
    await explorer.type(key === "Enter" ? WRITES : OTHER);
    await expect(cancel).toBeVisible();
    await cancel.focus();
    await page.keyboard.press(key);
    await expect(cancel).toHaveCount(0);
    await expect(explorer.search).toBeFocused();
  }

  await explorer.type(BROAD);
  await expect(cancel).toBeVisible();
  await explorer.time.focus();
  await page.keyboard.press("Escape");
  await expect(cancel).toHaveCount(0);
  await expect(explorer.list.getByRole("alert")).toContainText(STOPPED);
  await expect(explorer.time).toBeFocused();
});

test("the search that a page is opened with can be cancelled", async ({ page, explorer }, info) => {
  await hold(page);
  const opening = page.goto(explorerAddress({ q: BROAD, ...TRAIL }));
  const running = await newWaiting();
  const cancel = page.getByRole("button", { name: "Cancel" });
  await expect(cancel).toBeVisible();
  await expectGood(page, info, "searching");
  await cancel.click();
  await gone(running);
  await expect(explorer.list.getByRole("alert")).toContainText(STOPPED);
  await opening;
  await expectGood(page, info, "stopped");
});

test("whoever leaves for another page ends the search", async ({ page, explorer }) => {
  await explorer.open({ ...TRAIL, limit: "20" });
  await hold(page);
  await explorer.type(BROAD);
  const running = await newWaiting();
  await page.getByRole("link", { name: "Views" }).click();
  await expect(page).toHaveURL(/\/views/);
  await gone(running);
});

test("another tab's search of the same is left alone", async ({ page, explorer, context }) => {
  const tab = await context.newPage();
  const other = explorerOn(tab);
  await explorer.open({ ...TRAIL, limit: "20" });
  await other.open({ ...TRAIL, limit: "20" });
  await hold(page, tab);
  await other.type(BROAD);
  const theirs = await newWaiting();
  await explorer.type(BROAD);
  const ours = await newWaiting(theirs);
  await page.keyboard.press("Escape");
  await gone(ours);
  await expect(explorer.list.getByRole("alert")).toContainText(STOPPED);
  // Theirs waits on: all of it but its count, which is given up by itself after a second and a half.
  expect((await held.waiting()).filter((name) => theirs.includes(name))).not.toEqual([]);
  await held.release();
  await expect(tab).toHaveURL(/us-west-2/);
  await expect(other.rows).toHaveCount(20);
  await expect(other.list.getByRole("alert")).toHaveCount(0);
  await tab.close();
});
