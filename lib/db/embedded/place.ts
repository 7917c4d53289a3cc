import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Account, canReach } from "#lib/db/embedded/account.ts";
import type { Binaries } from "#lib/db/embedded/binaries.ts";

/** Where PostgreSQL goes when its user cannot reach what lies in another's home folder. */
const SHARED_PLACE = "/var/lib/waymark";

type Say = (line: string) => void;

/**
 * The folder to hold the database: `wanted`, or one under /var/lib/waymark if `account` cannot get there
 * (a checkout in /root). Its parent exists afterwards.
 */
export function placeData(wanted: string, account: Account, say: Say): string {
  const parent = dirname(wanted);
  makeFolder(parent, account);
  if (canReach(account, parent)) return wanted;
  const folder = join(SHARED_PLACE, shortHash(wanted), "postgres");
  makeFolder(dirname(folder), account);
  say(
    `The database lies in ${folder}: PostgreSQL does not run as root, and its user cannot enter ${parent}.`,
  );
  return folder;
}

/** The same binaries where `account` can run them: copied once if need be. */
export function placeBinaries(binaries: Binaries, account: Account, say: Say): Binaries {
  if (canReach(account, join(binaries.folder, "bin"))) return binaries;
  const folder = join(SHARED_PLACE, `postgresql-${binaries.version}-${shortHash(binaries.folder)}`);
  if (!existsSync(folder)) {
    say(`Copying PostgreSQL to ${folder}, where its user can run it.`);
    const unfinished = `${folder}.${process.pid}`;
    makeFolder(dirname(folder), account);
    cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    spawnSync("chmod", ["-R", "a+rX", unfinished]);
    renameSync(unfinished, folder);
  }
  return { ...binaries, folder };
}

/**
 * Creates a folder for ourselves and, if PostgreSQL runs as `account`, for it to pass through. The mode is set
 * a second time because a strict umask takes away what `account` needs.
 */
function makeFolder(folder: string, account: Account): void {
  const mode = account === null ? 0o700 : 0o711;
  const first = mkdirSync(folder, { recursive: true, mode });
  if (first === undefined) return;
  for (let path = folder; path.length >= first.length; path = dirname(path)) chmodSync(path, mode);
}

/** Gives a folder with all it holds, or a file, to `account`. */
export function give(path: string, account: Account): void {
  if (account !== null) spawnSync("chown", ["-R", `${account.uid}:${account.gid}`, path]);
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
