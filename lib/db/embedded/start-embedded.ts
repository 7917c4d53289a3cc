// A PostgreSQL of our own: found among the packages, initialised once, started on a free port of 127.0.0.1 and
// stopped with us. One process at a time owns a data folder (lib/server/instance-lock.ts sees to that), so a
// server that is still running on it was left over by an owner that was killed; it is stopped and started anew.
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statfsSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { connect } from "#lib/db/connect.ts";
import { type Account, chooseAccount } from "#lib/db/embedded/account.ts";
import { type Binaries, findBinaries } from "#lib/db/embedded/binaries.ts";
import { complaint } from "#lib/db/embedded/complaint.ts";
import { prepareDataFolder, SUPERUSER } from "#lib/db/embedded/data-folder.ts";
import { freePort } from "#lib/db/embedded/free-port.ts";
import { placeBinaries, placeData } from "#lib/db/embedded/place.ts";
import { readPostmasterFile } from "#lib/db/embedded/postmaster-file.ts";
import { serverEnvironment } from "#lib/db/embedded/server-environment.ts";
import { type Purpose, serverSettings } from "#lib/db/embedded/settings.ts";
import { endLeftover, stopServer } from "#lib/db/embedded/stop-server.ts";
import { setAside } from "#lib/server/log.ts";

export type EmbeddedPostgres = {
  /** Address of the database `waymark`, with its password. */
  readonly url: string;
  readonly pid: number;
  /** Where the data really lies. */
  readonly dataFolder: string;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends sessions and the server cleanly. Safe to call twice. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Folder of the database; made if absent. Its parent is made, too. */
  readonly dataFolder: string;
  /** File for what the server says. */
  readonly logFile: string;
  readonly purpose?: Purpose;
  /** Other binaries than the packaged ones. */
  readonly binaries?: Binaries;
  /** Takes the rare line that a person should see. */
  readonly say?: (line: string) => void;
};

const START_PATIENCE_MS = 60_000;

/** @throws Failure("database-refused") with one sentence of what is in the way */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { purpose = "keep", say = () => {} } = options;
  const dataFolder = placeData(options.dataFolder, chooseAccount(options.dataFolder), say);
  const account = chooseAccount(dataFolder);
  const binaries = placeBinaries(options.binaries ?? findBinaries(), account, say);
  const password = await prepareDataFolder(dataFolder, binaries, account, purpose);
  await endLeftover(dataFolder);
  const port = await freePort();
  const address = `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}`;
  const server = launch({ binaries, dataFolder, account, purpose, port, logFile: options.logFile });
  try {
    await untilReady(server, dataFolder, options.logFile);
    await createDatabase(address);
  } catch (error) {
    await stopServer(server);
    throw error;
  }
  return {
    url: `${address}/waymark`,
    pid: server.pid ?? 0,
    dataFolder,
    ended: new Promise((resolve) => {
      if (hasEnded(server)) resolve();
      else server.once("exit", () => resolve());
    }),
    stop: () => stopServer(server),
  };
}

type Launch = {
  readonly binaries: Binaries;
  readonly dataFolder: string;
  readonly account: Account;
  readonly purpose: Purpose;
  readonly port: number;
  readonly logFile: string;
};

function launch({ binaries, dataFolder, account, purpose, port, logFile }: Launch): ChildProcess {
  const machine = { memory: totalmem(), sharedMemory: sharedMemory() };
  const settings = Object.entries(serverSettings(machine, purpose));
  const log = openSync(setAside(logFile), "a", 0o600);
  try {
    return spawn(
      join(binaries.folder, "bin", "postgres"),
      [
        "-D",
        dataFolder,
        "-p",
        String(port),
        ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      ],
      {
        ...account,
        env: serverEnvironment(),
        cwd: "/",
        // A terminal's Ctrl-C reaches its whole group; the server must go last, when nobody needs it any more.
        detached: true,
        stdio: ["ignore", log, log],
      },
    );
  } finally {
    closeSync(log);
  }
}

async function untilReady(server: ChildProcess, dataFolder: string, logFile: string): Promise<void> {
  let failed: Error | undefined;
  server.once("error", (error) => {
    failed = error;
  });
  const logBefore = readFileSync(logFile, "utf8").length;
  const deadline = performance.now() + START_PATIENCE_MS;
  for (;;) {
    const file = readPostmasterFile(dataFolder);
    if (file?.pid === server.pid && file?.ready) return;
    if (failed !== undefined) throw complaint(failed.message, dataFolder, failed);
    if (hasEnded(server)) throw complaint(readFileSync(logFile, "utf8").slice(logBefore), dataFolder);
    // After a crash it replays its log first, which takes as long as it takes; only silence is a failure.
    if (performance.now() > deadline && file === null) {
      throw complaint(`it did not begin within ${START_PATIENCE_MS / 1000} seconds`, dataFolder);
    }
    await sleep(20);
  }
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

async function createDatabase(address: string): Promise<void> {
  const client = await connect(`${address}/postgres`);
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'waymark'");
    if (rowCount === 0) await client.query("CREATE DATABASE waymark");
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== "42P04") throw error;
  } finally {
    await client.end();
  }
}

function sharedMemory(): number | null {
  try {
    const { blocks, bsize } = statfsSync("/dev/shm");
    return blocks * bsize;
  } catch {
    return null;
  }
}
