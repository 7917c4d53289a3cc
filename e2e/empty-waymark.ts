import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "#e2e/data-folder.ts";
import { freePort } from "#lib/db/embedded/free-port.ts";
import { administer } from "#lib/db/testing/test-server.ts";
import { runningInstance } from "#lib/server/instance-lock.ts";

/** A second Waymark of the same build that nothing was ever loaded into, on a database beside the first one's. */
export type EmptyWaymark = { readonly address: string; readonly stop: () => Promise<void> };

const PATIENCE_MS = 60_000;
const DATABASE = "empty";

export async function startEmptyWaymark(): Promise<EmptyWaymark> {
  const server = runningInstance(dataFolder())?.databaseUrl;
  if (server == null) throw new Error("The server under test has no database.");
  await administer(server, `drop database if exists ${DATABASE} with (force)`);
  await administer(server, `create database ${DATABASE} template template0`);
  const url = new URL(server);
  url.pathname = `/${DATABASE}`;
  const folder = mkdtempSync(join(tmpdir(), "waymark-e2e-empty-"));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["bin/start.mjs"], {
    env: { ...process.env, DATABASE_URL: url.href, WAYMARK_DATA: folder, PORT: String(port) },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  const stop = async () => {
    if (child.exitCode === null && child.kill("SIGTERM")) await ended;
    rmSync(folder, { recursive: true, force: true });
    await administer(server, `drop database ${DATABASE} with (force)`);
  };
  const end = Date.now() + PATIENCE_MS;
  while (!(await isUp(address))) {
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error("The empty Waymark did not start.");
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { address, stop };
}

/** With its worker: without one, its pages say so. */
async function isUp(address: string): Promise<boolean> {
  try {
    const { worker } = await (await fetch(`${address}/api/health`)).json();
    return worker === "up";
  } catch {
    return false; // nobody listens there yet
  }
}
