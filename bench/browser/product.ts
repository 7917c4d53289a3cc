import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPages } from "#bin/launch/build.ts";
import { openTerminal } from "#bin/launch/terminal.ts";
import { startWeb, webAddress } from "#bin/launch/web.ts";
import { openDatabase } from "#lib/db/database.ts";
import { freePort } from "#lib/db/embedded/free-port.ts";
import { startTestServer } from "#lib/db/testing/test-server.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

export type Product = { readonly address: string; stop(): Promise<void> };

const HOST = "127.0.0.1";

/**
 * The built pages on a database: the one given, which is only read, or a new one with so many events of the sample.
 */
export async function startProduct(databaseUrl: string | undefined, events: number): Promise<Product> {
  await buildPages(openTerminal(process.stdout));
  const database = databaseUrl === undefined ? await sampleDatabase(events) : { url: databaseUrl };
  const folder = mkdtempSync(join(tmpdir(), "waymark-browser-"));
  const listen = { host: HOST, port: await freePort() };
  const web = await startWeb(listen, {
    env: { DATABASE_URL: database.url, WAYMARK_DATA: folder, LOG_LEVEL: "error", NODE_NO_WARNINGS: "1" },
    outputFile: join(folder, "web-output.log"),
    dev: false,
  });
  return {
    address: webAddress(listen),
    async stop() {
      await web.stop();
      await database.stop?.();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function sampleDatabase(events: number): Promise<{ url: string; stop?(): Promise<void> }> {
  const server = await startTestServer({});
  const db = openDatabase(server.templateUrl);
  try {
    const trail = sampleTrail({ seed: 1, events, days: 30, end: Date.UTC(2026, 10, 20) });
    await runSource(db, await testSource(db, "the trail"), sampleStore(trail));
  } finally {
    await db.close();
  }
  return { url: server.templateUrl, stop: () => server.stop() };
}
