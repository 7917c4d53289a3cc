import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** What a running server writes to `postmaster.pid` in its data folder. */
export type Postmaster = { readonly pid: number; readonly port: number | null; readonly ready: boolean };

/** Reads `postmaster.pid`: the process, the folder, its start, the port, sockets, address, memory, status. */
export function parsePostmasterFile(text: string): Postmaster | null {
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const port = Number(lines[3]);
  return { pid, port: port > 0 ? port : null, ready: lines[7] === "ready" };
}

/** The server that the folder names, whether or not it is still alive. */
export function readPostmasterFile(dataFolder: string): Postmaster | null {
  try {
    return parsePostmasterFile(readFileSync(join(dataFolder, "postmaster.pid"), "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/**
 * True if the process `pid` is a server on this folder, and not one that got its number after a crash. A server
 * works in its data folder; macOS does not tell that, but shows the folder on the command line.
 */
export function servesFolder(pid: number, dataFolder: string): boolean {
  const folder = realpathSync(dataFolder);
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  }
  const { stdout } = spawnSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.includes("postgres") && (stdout.includes(folder) || stdout.includes(dataFolder));
}
