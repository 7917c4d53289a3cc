import type { APIRequestContext, Page, Request } from "@playwright/test";
import { STOP_DAY } from "#e2e/frozen.ts";
import { expect, test } from "#e2e/test.ts";

const LIMIT = 20;
const DAY = { ...STOP_DAY, limit: String(LIMIT) };

/** The pages of the list that the browser has asked for by itself. */
function askedBy(page: Page): readonly Request[] {
  const asked: Request[] = [];
  page.on("request", (request) => {
    if (isRows(request.url())) asked.push(request);
  });
  return asked;
}

function isRows(url: string): boolean {
  return new URL(url).pathname === "/events/rows";
}

async function answered(page: Page): Promise<void> {
  await (await page.waitForResponse((response) => isRows(response.url()))).finished();
}

async function newestIds(request: APIRequestContext, limit: number): Promise<readonly string[]> {
  const params = { ...STOP_DAY, limit: String(limit) };
  const { events } = await (await request.get("/api/events", { params })).json();
  return events.map(({ eventId }: { eventId: string }) => eventId);
}

test("the next page is there before it is turned to, and no other", async ({ page, request, explorer }) => {
  const all = await newestIds(request, 3 * LIMIT);
  const asked = askedBy(page);
  const first = answered(page);
  await explorer.open(DAY);
  await first;
  // From here on the server draws no list.
  await page.route("**/events?*", (route) => route.abort());
  for (const start of [0, LIMIT, 2 * LIMIT]) {
    expect(await explorer.ids()).toEqual(all.slice(start, start + LIMIT));
    const next = answered(page);
    await explorer.turn(explorer.older);
    await next;
  }
  expect(asked).toHaveLength(4);
});

test("the way back leads over the same pages, also after loading one anew", async ({ page, explorer }) => {
  const first = answered(page);
  await explorer.open(DAY);
  await first;
  const pages = [await explorer.ids()];
  for (const _ of [1, 2]) {
    const next = answered(page);
    await explorer.turn(explorer.older);
    await next;
    pages.push(await explorer.ids());
  }
  await page.goBack();
  await expect.poll(explorer.ids).toEqual(pages[1]);
  await page.reload();
  await explorer.ready();
  await expect.poll(explorer.ids).toEqual(pages[1]);
  await page.goBack();
  await expect.poll(explorer.ids).toEqual(pages[0]);
  await page.goForward();
  await page.goForward();
  await expect.poll(explorer.ids).toEqual(pages[2]);
});

test("another question calls off what is on its way", async ({ page, explorer }) => {
  await page.route("**/events/rows?*", () => undefined);
  const asked = page.waitForRequest((request) => isRows(request.url()));
  await explorer.open(DAY);
  const failed = page.waitForEvent("requestfailed", (request) => isRows(request.url()));
  await asked;
  await explorer.type("is:write");
  await failed;
});

test("turning to a page that is on its way waits for it", async ({ page, explorer }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/events/rows?*", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest((request) => isRows(request.url()));
  await explorer.open(DAY);
  await asked;
  const before = await explorer.ids();
  await page.keyboard.press("n");
  await expect(explorer.list).toHaveAttribute("aria-busy", "true");
  release();
  await expect.poll(explorer.ids).not.toEqual(before);
  await expect(explorer.list).toHaveAttribute("aria-busy", "false");
  expect(new URL(page.url()).searchParams.has("cursor")).toBe(true);
});

for (const way of ["older", "newer"] as const) {
  test(`the page on screen stays until the ${way} one is there`, async ({ page, explorer }) => {
    const first = answered(page);
    await explorer.open(DAY);
    await first;
    const second = answered(page);
    await explorer.turn(explorer.older);
    await second;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/events(\/rows)?\?/, async (route) => {
      await held;
      await route.continue();
    });
    // It is there already: of all that comes after it, nothing is.
    await explorer.turn(explorer.older);
    const shown = await explorer.ids();
    await explorer[way].click();
    await expect(explorer.list).toHaveAttribute("aria-busy", "true");
    expect(await explorer.ids()).toEqual(shown);
    release();
    await expect(explorer.list).toHaveAttribute("aria-busy", "false");
    expect(await explorer.ids()).not.toEqual(shown);
  });
}

for (const saveData of [true, false]) {
  test(`where data is ${saveData ? "to be saved, nothing" : "not to be saved, a page"} is asked ahead`, async ({
    page,
    explorer,
  }) => {
    await page.clock.install();
    await page.addInitScript((value) => {
      Object.defineProperty(navigator, "connection", { value: { saveData: value } });
    }, saveData);
    const asked = askedBy(page);
    await explorer.open(DAY);
    await explorer.older.hover();
    await explorer.turn(explorer.older);
    await page.clock.runFor(10_000);
    // Requests are heard of in their order: before this one, all that the page has made.
    await page.evaluate(() => fetch("/api/health"));
    expect(asked.length > 0).toBe(!saveData);
  });
}

test("columns that were chosen stay while pages are turned", async ({ page, explorer }) => {
  await explorer.open(DAY);
  await explorer.list.getByRole("separator", { name: "Width of the column Who" }).press("Shift+ArrowLeft");
  await expect(page).toHaveURL(/cols=[^&]*actor:\d+/);
  await explorer.turn(explorer.older);
  expect(page.url()).toMatch(/cols=[^&]*actor:\d+/);
});
