import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readPostmasterFile, servesFolder } from "#lib/db/embedded/postmaster-file.ts";
import { Failure } from "#lib/server/failure.ts";

/**
 * How to ask a server to end, and how long, in milliseconds, to wait for it before asking less politely: SIGINT
 * ends its sessions and writes a checkpoint, SIGQUIT leaves that to the recovery of the next start. Neither
 * loses a committed row.
 */
const REQUESTS = [
  ["SIGINT", 5000],
  ["SIGQUIT", 1000],
  ["SIGKILL", 500],
] as const;

/** Ends the server that we started, and waits until it has ended. */
export async function stopServer(server: ChildProcess): Promise<void> {
  const { pid } = server;
  if (pid === undefined) return;
  await end(pid, () => server.exitCode === null && server.signalCode === null);
}

/**
 * Ends a server that a killed owner left running on this folder. A file that names a process which is no such
 * server is what a crash of the machine leaves; it is removed, since PostgreSQL would take that process for one.
 */
export async function endLeftover(dataFolder: string): Promise<void> {
  const leftover = readPostmasterFile(dataFolder);
  if (leftover === null) return;
  const { pid } = leftover;
  if (!servesFolder(pid, dataFolder)) {
    rmSync(join(dataFolder, "postmaster.pid"), { force: true });
    return;
  }
  await end(pid, () => servesFolder(pid, dataFolder));
  if (servesFolder(pid, dataFolder)) {
    throw new Failure(
      "database-refused",
      `A PostgreSQL that an earlier Waymark left on ${dataFolder} does not end: stop process ${pid}.`,
    );
  }
}

async function end(pid: number, alive: () => boolean): Promise<void> {
  for (const [signal, patience] of REQUESTS) {
    if (!alive()) return;
    process.kill(pid, signal);
    const deadline = performance.now() + patience;
    while (alive() && performance.now() < deadline) await sleep(10);
  }
}
