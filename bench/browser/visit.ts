import { fileURLToPath } from "node:url";
import type { Browser, Page } from "@playwright/test";

/** What bench/browser/observe.js keeps in the page. */
type Notes = {
  readonly at: Readonly<Record<"list" | "histogram" | "facets", number>>;
  readonly lcp: { readonly at: number; readonly element: string };
  readonly shift: number;
  readonly tasks: readonly number[];
  readonly handlers: readonly number[];
  readonly frames: readonly number[];
  reset(): void;
  turn(selector: string): Promise<number>;
};

declare global {
  interface Window {
    readonly bench: Notes;
  }
}

/** Milliseconds, but for the shift (the browser's own unit) and bytes of JavaScript as they came over the wire. */
export type Visit = {
  readonly list: number;
  readonly facets: number;
  readonly histogram: number;
  readonly lcp: number;
  readonly lcpElement: string;
  readonly shift: number;
  readonly typing: {
    readonly longestTask: number;
    readonly longestHandler: number;
    readonly slowestFrame: number;
  };
  readonly turns: readonly number[];
  readonly scriptBytes: number;
  readonly laterScriptBytes: number;
};

const OBSERVER = fileURLToPath(new URL("./observe.js", import.meta.url));
const QUERY = "service:ec2 is:write -role:TerraformApply";
const TURNS = 8;

/** One visit to /events as somebody makes it who has never been there: open, type a query, turn pages, open things. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: OBSERVER });
    await page.goto(`${address}/events`);
    await page.waitForFunction(() => Object.keys(window.bench.at).length === 3, undefined, {
      timeout: 60_000,
    });
    await settle(page);
    const { at, lcp, shift } = await notes(page);
    const scriptBytes = await scriptsOf(page);
    const typing = await typeQuery(page);
    const turns: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      turns.push(await page.evaluate(() => window.bench.turn("a[rel='next']")));
      await settle(page);
    }
    await openThings(page);
    const laterScriptBytes = (await scriptsOf(page)) - scriptBytes;
    return {
      ...at,
      lcp: lcp.at,
      lcpElement: lcp.element,
      shift,
      typing,
      turns,
      scriptBytes,
      laterScriptBytes,
    };
  } finally {
    await context.close();
  }
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(200);
}

function notes(page: Page): Promise<Pick<Notes, "at" | "lcp" | "shift" | "tasks" | "handlers" | "frames">> {
  return page.evaluate(() => {
    const { at, lcp, shift, tasks, handlers, frames } = window.bench;
    return { at, lcp, shift, tasks, handlers, frames };
  });
}

/** Letter by letter, as fast as people type; the suggestions come meanwhile. The query is not run. */
async function typeQuery(page: Page): Promise<Visit["typing"]> {
  const box = page.getByRole("combobox", { name: "Search the events" });
  await box.focus();
  await settle(page);
  await page.evaluate(() => window.bench.reset());
  await box.pressSequentially(QUERY, { delay: 60 });
  await page.waitForTimeout(500);
  const { tasks, handlers, frames } = await notes(page);
  await box.fill("");
  await page.keyboard.press("Escape");
  return {
    longestTask: Math.max(0, ...tasks),
    longestHandler: Math.max(0, ...handlers),
    slowestFrame: Math.max(0, ...frames),
  };
}

/** What most visits never open: each brings scripts of its own. */
async function openThings(page: Page): Promise<void> {
  for (const thing of [
    "button[data-key='c']",
    "button[data-key='e']",
    "button[data-key='t']",
    "[data-handle='event']",
  ]) {
    await page.locator(thing).first().click();
    await settle(page);
    await page.keyboard.press("Escape");
  }
  await page.locator("tr[data-row] a[href*='event=']").first().click();
  await settle(page);
}

/** Bytes of all scripts so far, compressed as they came. */
function scriptsOf(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => new URL(entry.name).pathname.endsWith(".js"))
      .reduce(
        (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
        0,
      ),
  );
}
