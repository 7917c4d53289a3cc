import type { Page, TestInfo } from "@playwright/test";
import { STOP, STOP_DAY } from "#e2e/frozen.ts";
import { explorerAddress } from "#e2e/pages/explorer.ts";
import { expect, test } from "#e2e/test.ts";

/** What comes out of a printer: the answer, and nothing that can only be clicked. */

/** CSS pixels between the margins of A4, as app/print.css sets them: 12 mm at each side. */
const PORTRAIT = Math.floor(((210 - 24) / 25.4) * 96);
const LANDSCAPE = Math.floor(((297 - 24) / 25.4) * 96);

async function onPaper(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 1_000 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
}

/** Words that stand out over the right edge of the paper, or that what they stand in cuts off. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const edge = document.documentElement.clientWidth + 1;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent?.trim() ?? "";
      if (parent === null || words === "" || !parent.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const right = Math.max(...[...range.getClientRects()].map((box) => box.right));
      let limit = edge;
      for (let place: Element | null = parent; place !== null; place = place.parentElement) {
        const box = place.getBoundingClientRect();
        // What is said to readers alone.
        if (box.width <= 1) limit = Number.POSITIVE_INFINITY;
        else if (getComputedStyle(place).overflowX !== "visible") limit = Math.min(limit, box.right + 1);
        if (limit === Number.POSITIVE_INFINITY) break;
      }
      if (right > limit) found.push(words);
    }
    return found;
  });
}

/** What could be clicked, but for links: they are words too. */
function controls(page: Page): Promise<readonly string[]> {
  return page
    .locator("button:visible, input:visible, select:visible, summary:visible, [role='separator']:visible")
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? one.textContent ?? ""));
}

/** As a browser tells the page before it draws the paper. */
async function announce(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
}

/** What stands on paper in place of a value that a click copies. */
function wholeCopyables(page: Page): Promise<readonly string[]> {
  return page
    .locator("button[data-copyable]:visible")
    .evaluateAll((all) => all.map((one) => JSON.parse(getComputedStyle(one, "::before").content)));
}

/** What of a list's rows falls apart: a region over two lines, a word below its icon, two words without a space. */
function apart(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const cells = (column: string) => document.querySelectorAll(`tbody td[data-column="${column}"]`);
    const box = (of: Element | null | undefined) => of?.getBoundingClientRect();
    const wordsIn = (of: Element) => {
      const range = document.createRange();
      range.selectNodeContents(of);
      return [...range.getClientRects()].filter(({ width }) => width > 1);
    };
    const say = (cell: Element) => found.push(`${cell.getAttribute("data-column")}: ${cell.textContent}`);
    for (const cell of cells("region")) {
      if (new Set(wordsIn(cell).map(({ bottom }) => bottom)).size > 1) say(cell);
    }
    for (const cell of cells("outcome")) {
      const icon = box(cell.querySelector("svg"));
      const words = wordsIn(cell).at(-1);
      if (
        icon !== undefined &&
        words !== undefined &&
        (words.top > icon.bottom || words.left < icon.right + 2)
      )
        say(cell);
    }
    for (const cell of cells("actor")) {
      const icon = box(cell.querySelector("svg"));
      const [name] = wordsIn(cell.querySelector("[data-handle]") ?? cell);
      if (icon !== undefined && name !== undefined && (name.top > icon.bottom || name.left < icon.right + 2))
        say(cell);
    }
    for (const cell of cells("resource")) {
      const more = cell.querySelector("[data-resources]");
      const id = cell.querySelector("[data-handle]");
      if (more === null || id === null) continue;
      const last = wordsIn(id).at(-1);
      const [next] = wordsIn(more);
      if (last !== undefined && next !== undefined && next.top < last.bottom && next.left < last.right + 2)
        say(cell);
    }
    return found;
  });
}

/** How each sheet of the file lies. It is kept as the test's output. */
async function print(page: Page, info: TestInfo, name: string): Promise<readonly string[]> {
  const file = await page.pdf({ path: info.outputPath(`${name}.pdf`), preferCSSPageSize: true });
  await page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
  const sheets = file.toString("latin1").matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g);
  return [...sheets].map(([, width, height]) => (Number(width) > Number(height) ? "landscape" : "portrait"));
}

test("a list is printed with its question, its time, its figure, and every row of the page", async ({
  page,
  explorer,
}, info) => {
  await explorer.open({ q: "is:write -role:SkeddlyAccess", ...STOP_DAY, limit: "100" });
  await expect(explorer.rows).toHaveCount(100);
  const words = await explorer.count.textContent();
  await onPaper(page, LANDSCAPE);
  await expect(explorer.search).toBeVisible();
  await expect(explorer.search).toHaveValue("is:write -role:SkeddlyAccess");
  await expect(explorer.time).toBeVisible();
  await expect(explorer.time).toHaveText("16 Nov 2026 00:00 – 17 Nov 2026 00:00");
  await expect(explorer.count).toHaveText(words ?? "");
  await expect(explorer.count).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(explorer.older).toBeHidden();
  expect(await controls(page)).toEqual(["Search the events", "16 Nov 2026 00:00 – 17 Nov 2026 00:00"]);
  await expect(explorer.rows).toHaveCount(100);
  for (const row of await explorer.rows.all()) await expect(row).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
  const line = page.getByText(`${page.url()}Printed `);
  await expect(line).toHaveCount(0);
  await announce(page);
  await expect(line).toBeVisible();
  await expect(line).toHaveText(/Printed \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/);
  await page.emulateMedia({ media: "screen" });
  await expect(line).toBeHidden();
  await page.emulateMedia({ media: "print" });

  const sheets = await print(page, info, "list");
  expect(sheets.length).toBeGreaterThan(2);
  expect(new Set(sheets)).toEqual(new Set(["landscape"]));
});

for (const [name, width] of [
  ["landscape", LANDSCAPE],
  ["portrait", PORTRAIT],
] as const) {
  test(`a row keeps together what belongs together on ${name} paper`, async ({ page, explorer }, info) => {
    for (const q of ["-outcome:success", "is:write"]) {
      await explorer.open({ q, ...STOP_DAY });
      await onPaper(page, width);
      await expect(explorer.list.locator("td[data-column='actor'] svg").first()).toBeVisible();
      expect(await apart(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      await page.screenshot({ path: info.outputPath(`${q.replace(/\W/g, "-")}.png`) });
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });
}

test("a folded list is printed folded, and says how many events its rows hold", async ({
  page,
  explorer,
}, info) => {
  await page.goto(explorerAddress({ ...STOP_DAY }));
  await explorer.ready();
  const bursts = await explorer.list
    .locator("tr[data-burst]")
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-burst"))));
  const events = (await explorer.rows.count()) - bursts.length + bursts.reduce((sum, held) => sum + held, 0);
  expect(bursts.length).toBeGreaterThan(0);
  await onPaper(page, LANDSCAPE);
  await expect(
    explorer.list.getByText(`${events.toLocaleString("en-GB")} events in 50 rows`, { exact: true }),
  ).toBeVisible();
  const figures = explorer.list.locator("tr[data-burst]").getByText(/^×\d/);
  await expect(figures).toHaveCount(bursts.length);
  for (const figure of await figures.all()) await expect(figure).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
  await print(page, info, "folded list");
});

test("an event is printed with the whole of its record, whatever is folded on screen", async ({
  page,
  eventPage,
}, info) => {
  await eventPage.open(STOP.id);
  const folded = eventPage.record.locator("button[aria-expanded='false']");
  const onScreen = await folded.count();
  expect(onScreen).toBeGreaterThan(0);
  await eventPage.branch("userIdentity").click();
  await expect(eventPage.leaf("userIdentity.type")).toHaveCount(0);
  const left = await folded.count();
  await onPaper(page, PORTRAIT);
  await announce(page);
  await expect(page.getByText(page.url())).toBeVisible();
  await expect(folded).toHaveCount(0);
  await expect(eventPage.leaf("requestParameters.instancesSet.items.instanceId")).toBeVisible();
  await expect(eventPage.sentence).toContainText(STOP.instance);
  await expect(eventPage.leaf("eventID")).toHaveText(STOP.id);
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(eventPage.copyRecord).toBeHidden();
  // The keys of the record that could be folded are words of it.
  const branches = await eventPage.record.locator("button[aria-expanded]").allTextContents();
  expect(branches.length).toBeGreaterThan(5);
  const copyables = await page
    .locator("button[data-copyable]")
    .evaluateAll((all) => all.map((one) => one.ariaLabel));
  expect(copyables).toHaveLength(2);
  expect(await controls(page)).toEqual([copyables[0], ...branches, copyables[1]]);
  const [id, key = ""] = await wholeCopyables(page);
  expect(id).toBe(STOP.id);
  expect(key).toMatch(/\.json\.gz$/);
  expect(copyables[1]).toBe(`Copy object key ${key}`);
  await expect(page.locator("button[data-copyable] svg:visible")).toHaveCount(0);
  expect(await cutOff(page)).toEqual([]);

  const sheets = await print(page, info, "event");
  expect(sheets.length).toBeGreaterThan(0);
  expect(new Set(sheets)).toEqual(new Set(["portrait"]));

  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(folded).toHaveCount(left);
  await expect(eventPage.leaf("userIdentity.type")).toHaveCount(0);
});

test("what happened around an event is said not to be loaded where it is not, and is on its way", async ({
  page,
  eventPage,
}) => {
  await page.route("**/neighbours*", () => undefined);
  await page.setViewportSize({ width: 1440, height: 300 });
  await eventPage.open(STOP.id);
  const words = page.getByText("Not loaded when this was printed.");
  const skeleton = page.getByRole("status", { name: "Loading what happened around it" });
  await expect(skeleton).toBeVisible();
  await expect(words).toBeHidden();
  const asked = page.waitForRequest("**/neighbours*");
  await announce(page);
  await asked;
  await page.emulateMedia({ media: "print" });
  await expect(words).toBeVisible();
  await expect(skeleton).toBeHidden();
});

test("a browser that prints asks for the whole record first", async ({ page, eventPage }) => {
  await eventPage.open(STOP.id);
  const folded = eventPage.record.locator("button[aria-expanded='false']");
  const onScreen = await folded.count();
  expect(onScreen).toBeGreaterThan(0);
  // Ours listens since the page was there, and so is told first.
  await page.evaluate(() => {
    const count = () => {
      const left = document.querySelectorAll("article li > button[aria-expanded='false']").length;
      document.body.dataset["folded"] = String(left);
    };
    window.addEventListener("beforeprint", count, { once: true });
  });
  await page.pdf();
  await expect(page.locator("body")).toHaveAttribute("data-folded", "0");
  await expect(folded).toHaveCount(onScreen);
});
