import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { type Product, startProduct } from "#bench/browser/product.ts";
import { type Visit, visit } from "#bench/browser/visit.ts";
import { percentile, timesOf } from "#bench/measure.ts";

/**
 * What a person waits for in the explorer, in Chromium against the built product: `node bin/run.mjs bench/browser.ts`.
 * On the sample, of `--events`; on the filled database that DATABASE_URL names, which is only read; or, with
 * `--address`, on a Waymark that runs. CHROMIUM_PATH names the browser, where Playwright's own is not installed.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      address: { type: "string" },
      events: { type: "string", default: "100000" },
      visits: { type: "string", default: "5" },
    },
  });
  const product = await open(values.address, Number(values.events));
  try {
    const visits = await makeVisits(product.address, Number(values.visits));
    report(visits, await countEvents(product.address));
    for (const path of OPENING) {
      const times = await timesOf(() => readWhole(`${product.address}${path}`), 20);
      say(
        `server: ${path.padEnd(36)} ${figure(percentile(times, 0.5))} ${figure(percentile(times, 0.95))}   60`,
      );
    }
  } finally {
    await product.stop();
  }
  return 0;
}

/** What opening the view asks of the server: the page with its rows, then the two that tell of all events. */
const OPENING = ["/events", "/api/events?limit=50", "/api/facets", "/api/histogram"];

async function readWhole(address: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  await answer.arrayBuffer();
}

/** Milliseconds. */
function figure(value: number): string {
  return `${value.toFixed(0)} ms`.padStart(9);
}

async function open(address: string | undefined, events: number): Promise<Product> {
  if (address !== undefined) return { address, stop: async () => undefined };
  return startProduct(process.env["DATABASE_URL"] || undefined, events);
}

async function makeVisits(address: string, count: number): Promise<readonly Visit[]> {
  const executablePath = process.env["CHROMIUM_PATH"];
  const browser = await chromium.launch({
    // Chromium's sandbox does not work for root.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    // The first wakes the server up, as whoever started it has done.
    await visit(browser, address);
    const visits: Visit[] = [];
    for (let number = 0; number < count; number++) visits.push(await visit(browser, address));
    return visits;
  } finally {
    await browser.close();
  }
}

async function countEvents(address: string): Promise<number> {
  const answer: { count: number } = await (await fetch(`${address}/api/events/count`)).json();
  return answer.count;
}

function report(visits: readonly Visit[], events: number): void {
  say(
    `${events.toLocaleString("en-GB")} events, ${visits.length} visits, ${cpus().length} cores (${cpus()[0]?.model}), load ${loadavg()[0]?.toFixed(1)}`,
  );
  say(`${"".padEnd(44)} ${"median".padStart(9)} ${"worst".padStart(9)}   mark`);
  const line = (name: string, figures: readonly number[], mark: string, unit = "ms") => {
    const shown = [percentile(figures, 0.5), Math.max(...figures)].map((value) =>
      (unit === "" ? value.toFixed(3) : `${value.toFixed(unit === "kB" ? 1 : 0)} ${unit}`).padStart(9),
    );
    say(`${name.padEnd(44)} ${shown.join(" ")}   ${mark}`);
  };
  const of = (take: (visit: Visit) => number) => visits.map(take);
  line(
    "list: first row drawn",
    of(({ list }) => list),
    "",
  );
  line(
    `largest paint (${[...new Set(visits.map(({ lcpElement }) => lcpElement))].join(", ")})`,
    of(({ lcp }) => lcp),
    "1000",
  );
  line(
    "facets drawn",
    of(({ facets }) => facets),
    "1500",
  );
  line(
    "histogram drawn",
    of(({ histogram }) => histogram),
    "1500",
  );
  line(
    "typing: longest task over 50 ms, 0 if none",
    of(({ typing }) => typing.longestTask),
    "50",
  );
  line(
    "typing: longest handler",
    of(({ typing }) => typing.longestHandler),
    "50",
  );
  line(
    "typing: slowest key to its frame",
    of(({ typing }) => typing.slowestFrame),
    "",
  );
  line(
    "next page drawn",
    visits.flatMap(({ turns }) => turns),
    "150",
  );
  line(
    "layout shift",
    of(({ shift }) => shift),
    "0.1",
    "",
  );
  line(
    "JavaScript before anything is opened",
    of(({ scriptBytes }) => scriptBytes / 1000),
    "200",
    "kB",
  );
  line(
    "JavaScript of what is opened later",
    of(({ laterScriptBytes }) => laterScriptBytes / 1000),
    "",
    "kB",
  );
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
