import { parseArgs } from "node:util";
import { GET } from "#app/api/events/export/route.ts";
import { peakMemory } from "#bench/measure.ts";
import { database } from "#lib/db/database.ts";
import { repeatEvents } from "#lib/db/testing/repeat-events.ts";
import { startTestServer } from "#lib/db/testing/test-server.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

/**
 * Whether an export takes the same memory for a million events as for a tenth of them: the route itself, read as a
 * client reads it. `node bin/run.mjs bench/export.ts --events 1000000`. The sample trail is loaded and its rows are
 * then repeated in the database, as loading a million takes minutes and is measured elsewhere.
 */
const LOADED = 100_000;

export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { events: { type: "string", default: "1000000" } },
  });
  const server = await startTestServer({});
  process.env["DATABASE_URL"] = server.templateUrl;
  try {
    const trail = sampleTrail({ seed: 1, events: LOADED, days: 30, end: Date.UTC(2026, 10, 20) });
    await runSource(database(), await testSource(database(), "the trail"), sampleStore(trail));
    say(`after loading: ${megabytes(process.memoryUsage().rss)} of memory`);
    await measure("a tenth, csv", "format=csv");
    await measure("a tenth, ndjson with records", "format=ndjson&record=true");
    await repeatEvents(database().pool, Number(values.events));
    for (const format of ["csv", "ndjson", "json"]) await measure(`all, ${format}`, `format=${format}`);
    await measure("all, ndjson with records", "format=ndjson&record=true");
    say(`at most, loading included: ${megabytes(peakMemory(process.pid) ?? 0)}`);
  } finally {
    await database().close();
    await server.stop();
  }
  return 0;
}

async function measure(name: string, query: string): Promise<void> {
  globalThis.gc?.();
  const began = performance.now();
  const response = await GET(new Request(`http://localhost/api/events/export?${query}`));
  const reader = response.body?.getReader();
  let bytes = 0;
  let most = 0;
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    bytes += part.value.byteLength;
    most = Math.max(most, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - began) / 1000;
  say(
    `${name}: ${megabytes(bytes)} in ${seconds.toFixed(1)} s, memory at most ${megabytes(most)}, then ${megabytes(process.memoryUsage().heapUsed)} of heap`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
