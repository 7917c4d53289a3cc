import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "#lib/db/connect.ts";
import type { Binaries } from "#lib/db/embedded/binaries.ts";
import { startEmbedded } from "#lib/db/embedded/start-embedded.ts";
import { migrate } from "#lib/db/migrate.ts";

export type TestServer = {
  /** The address of a database that holds every migration and no row; to be copied, not used. */
  readonly templateUrl: string;
  stop(): Promise<void>;
};

/** A server on a temporary folder, or, given the address of one, a template database there. */
export async function startTestServer(options: {
  readonly url?: string | undefined;
  readonly binaries?: Binaries;
}): Promise<TestServer> {
  if (options.url !== undefined) return templateAt(options.url);
  const folder = temporaryFolder();
  const server = await startEmbedded({
    dataFolder: join(folder, "postgres"),
    logFile: join(folder, "postgres.log"),
    purpose: "throw-away",
    ...(options.binaries === undefined ? {} : { binaries: options.binaries }),
  });
  await migrate(server.url);
  return {
    templateUrl: server.url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function templateAt(url: string): Promise<TestServer> {
  const name = `waymark_test_${process.pid}_${Date.now()}`;
  await administer(url, `CREATE DATABASE ${name}`);
  const template = new URL(url);
  template.pathname = `/${name}`;
  await migrate(template.href);
  return { templateUrl: template.href, stop: () => administer(url, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Runs one statement that has no parameters over a connection of its own. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = await connect(url);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A new folder that PostgreSQL's user may pass through when the tests run as root. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "waymark-test-"));
  chmodSync(folder, 0o711);
  return folder;
}
