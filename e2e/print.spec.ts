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

  const sheets = await print(page, info, "list");
  expect(sheets.length).toBeGreaterThan(2);
  expect(new Set(sheets)).toEqual(new Set(["landscape"]));
});

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
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(folded).toHaveCount(0);
  await expect(eventPage.leaf("requestParameters.instancesSet.items.instanceId")).toBeVisible();
  await expect(eventPage.sentence).toContainText(STOP.instance);
  await expect(eventPage.leaf("eventID")).toHaveText(STOP.id);
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(eventPage.copyRecord).toBeHidden();
  // The keys of the record that could be folded are words of it.
  const branches = await eventPage.record.locator("button[aria-expanded]").allTextContents();
  expect(branches.length).toBeGreaterThan(5);
  expect(await controls(page)).toEqual(branches);
  expect(await cutOff(page)).toEqual([]);

  const sheets = await print(page, info, "event");
  expect(sheets.length).toBeGreaterThan(0);
  expect(new Set(sheets)).toEqual(new Set(["portrait"]));

  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(folded).toHaveCount(left);
  await expect(eventPage.leaf("userIdentity.type")).toHaveCount(0);
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
