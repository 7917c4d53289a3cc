import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { FILTERS } from "#bench/filters.ts";
import { measureLoad } from "#bench/load.ts";
import { measurePages } from "#bench/pages.ts";
import { sampleFolder } from "#bench/sample-folder.ts";
import { startTestServer } from "#lib/db/testing/test-server.ts";

/**
 * The benchmarks, each beside its peer in the same run: machines differ and are shared, so take the ratios.
 * `npm run bench -- --events 1000000`
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { events: { type: "string", default: "1000000" } },
  });
  const events = Number(values.events);
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
  const peer = runScript(Peer, "bench/duckdb.ts", root, events, file);
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
    const pages = await measurePages(server.templateUrl);
    say("first page of 50, milliseconds: median, p95 (rows); DuckDB's median");
    for (const { name } of FILTERS) {
      const page = pages[name];
      if (page === undefined) continue;
      say(
        `  ${name.padEnd(24)} ${page.median.toFixed(1).padStart(8)} ${page.p95.toFixed(1).padStart(8)} (${page.rows}) ${(peer.queries[name] ?? Number.NaN).toFixed(1).padStart(8)}`,
      );
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
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} times`;
}
