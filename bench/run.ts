import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { measureLoad } from "#bench/load.ts";
import { measurePages } from "#bench/pages.ts";
import { repeatTrail } from "#bench/repeat-trail.ts";
import { sampleFolder } from "#bench/sample-folder.ts";
import { measureSubjects } from "#bench/subjects.ts";
import { measureSummaries } from "#bench/summaries.ts";
import { startTestServer } from "#lib/db/testing/test-server.ts";

/**
 * The benchmarks, each beside its peer in the same run: machines differ and are shared, so take the ratios.
 * `npm run bench -- --events 1000000`; with `--repeat 10` what was loaded is read ten times over.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      events: { type: "string", default: "1000000" },
      repeat: { type: "string", default: "1" },
    },
  });
  const events = Number(values.events);
  const times = Number(values.repeat);
  const root = join(tmpdir(), "waymark-bench");
  mkdirSync(root, { recursive: true });
  say(
    `${cpus().length} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`,
  );
  const folder = sampleFolder(root, events);
  say(`${events} events in ${folder.objects.length} objects, ${megabytes(folder.bytes)} compressed`);

  const floor = runScript(Floor, "bench/floor.ts", root, events);
  say(
    `floor: gunzip + JSON.parse, one core: ${floor.seconds.toFixed(1)} s, ${megabytes(floor.rawBytes)} of JSON`,
  );

  const file = join(root, "peer.duckdb");
  rmSync(file, { force: true });
  const peer = runScript(Peer, "bench/duckdb.ts", root, events, file, times);
  say(`DuckDB: load ${peer.seconds.toFixed(1)} s, ${megabytes(peer.diskBytes)} on disk`);

  const server = await startTestServer({});
  try {
    const load = await measureLoad(server.templateUrl, root, events);
    const rate = Math.round(load.events / load.seconds);
    say(
      `Waymark: load ${load.seconds.toFixed(1)} s, ${rate} events/s, ${ratio(load.seconds, peer.seconds)} DuckDB's time`,
    );
    say(
      `  second sync ${load.secondSeconds.toFixed(2)} s, ${(load.seconds / load.secondSeconds).toFixed(0)} times faster`,
    );
    say(`  worker at most ${load.workerBytes === null ? "?" : megabytes(load.workerBytes)} of memory`);
    say(
      `  disk ${megabytes(load.diskBytes)}, ${(load.diskBytes / floor.rawBytes).toFixed(2)} bytes per byte of JSON`,
    );
    // Before there are more of them, so that what grows with their number is seen.
    const few = times > 1 ? await measurePages(server.templateUrl) : {};
    if (times > 1) {
      await repeatTrail(server.templateUrl, times, folder.days);
      say(`repeated ${times} times: ${events * times} events`);
    }
    const pages = await measurePages(server.templateUrl);
    say(
      `first page of 50, milliseconds: median, p95 (rows); DuckDB's median; median and p95 at ${events} events`,
    );
    for (const [name, page] of Object.entries(pages)) {
      const before = few[name] === undefined ? "" : line("", few[name].median, few[name].p95).trimStart();
      say(`  ${line(name, page.median, page.p95)} (${page.rows}) ${figure(peer.queries[name])} ${before}`);
    }
    const summaries = await measureSummaries(server.templateUrl);
    say("eight facets and the histogram, milliseconds: median, p95; DuckDB's median");
    for (const [name, { median, p95, exact }] of Object.entries(summaries)) {
      say(
        `  ${line(name, median, p95)} ${figure(peer.summaries[name])} ${exact ? "exact" : "of the newest"}`,
      );
    }
    say("pages of one subject, milliseconds: median, p95");
    for (const { name, median, p95 } of await measureSubjects(server.templateUrl)) {
      say(`  ${line(name, median, p95)}`);
    }
  } finally {
    await server.stop();
  }
  return 0;
}

/** Runs a script that prints one line of JSON, in a process of its own. */
function runScript<Schema extends z.ZodType>(
  schema: Schema,
  script: string,
  ...args: readonly (string | number)[]
): z.infer<Schema> {
  const output = execFileSync(process.execPath, ["--import", "tsx", script, ...args.map(String)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return schema.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
}

const Floor = z.object({ seconds: z.number(), rawBytes: z.number() });
const Peer = z.object({
  seconds: z.number(),
  diskBytes: z.number(),
  queries: z.record(z.string(), z.number()),
  summaries: z.record(z.string(), z.number()),
});

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function line(name: string, ...figures: readonly number[]): string {
  return `${name.padEnd(32)} ${figures.map(figure).join(" ")}`;
}

function figure(value: number | undefined): string {
  return (value ?? Number.NaN).toFixed(1).padStart(8);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} times`;
}
