import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import type { Account } from "#lib/db/embedded/account.ts";
import type { Binaries } from "#lib/db/embedded/binaries.ts";
import { complaint } from "#lib/db/embedded/complaint.ts";
import { PASSWORD_FILE } from "#lib/db/embedded/password-file.ts";
import { give } from "#lib/db/embedded/place.ts";
import { serverEnvironment } from "#lib/db/embedded/server-environment.ts";
import type { Purpose } from "#lib/db/embedded/settings.ts";
import { Failure } from "#lib/server/failure.ts";

export const SUPERUSER = "waymark";

/**
 * Makes sure that `folder` holds a database of this major version, and returns its password. A new one is made
 * beside it and moved into place when it is complete, so a start that is killed half-way leaves nothing behind
 * that a later one could mistake for a database.
 */
export async function prepareDataFolder(
  folder: string,
  binaries: Binaries,
  account: Account,
  purpose: Purpose,
): Promise<string> {
  if (!existsSync(folder)) await create(folder, binaries, account, purpose);
  const made = readVersion(folder);
  if (made !== String(binaries.major)) {
    throw new Failure(
      "database-refused",
      `The database in ${folder} was made by PostgreSQL ${made}; this Waymark brings ${binaries.major} along.`,
      {
        remedy:
          "Start it with the Waymark that made it, or choose another folder with WAYMARK_DATA and load the logs again.",
      },
    );
  }
  if (process.getuid?.() === 0 && statSync(folder).uid === 0) give(folder, account);
  return readFileSync(join(folder, PASSWORD_FILE), "utf8");
}

function readVersion(folder: string): string {
  try {
    return readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (!words.startsWith("ENOENT")) throw complaint(words, folder, error);
    throw new Failure("database-refused", `${folder} is there, but holds no database.`, {
      remedy: "Move it away, or choose another folder with WAYMARK_DATA.",
      cause: error,
    });
  }
}

async function create(folder: string, binaries: Binaries, account: Account, purpose: Purpose): Promise<void> {
  const unfinished = `${folder}.unfinished.${process.pid}`;
  const password = randomBytes(18).toString("base64url");
  const passwordFile = `${unfinished}.password`;
  try {
    removeUnfinished(folder);
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    give(unfinished, account);
    give(passwordFile, account);
    const options = ["-D", unfinished, "-U", SUPERUSER, "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
    if (purpose === "throw-away") options.push("--no-sync");
    await initialise([...options, "--encoding=UTF8", ...locale(binaries)], binaries, account, folder);
    renameSync(passwordFile, join(unfinished, PASSWORD_FILE));
    renameSync(unfinished, folder);
  } catch (error) {
    removeUnfinished(folder);
    if (error instanceof Failure) throw error;
    throw complaint(error instanceof Error ? error.message : String(error), folder, error);
  }
}

function removeUnfinished(folder: string): void {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(`${basename(folder)}.unfinished.`)) continue;
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

// The order of text must not depend on the machine. Before 17 PostgreSQL has no locale of its own with UTF-8.
function locale({ major }: Binaries): readonly string[] {
  return major >= 17
    ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    : ["--locale=C", `--lc-ctype=${process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"}`];
}

async function initialise(
  options: readonly string[],
  binaries: Binaries,
  account: Account,
  folder: string,
): Promise<void> {
  const child = spawn(join(binaries.folder, "bin", "initdb"), options, {
    ...account,
    env: serverEnvironment(),
    cwd: "/",
    // A Ctrl-C meant for us must not tear this apart; we remove what is unfinished at the next start.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  const [status, words] = await Promise.all([exited, text(child.stderr)]);
  if (status !== 0) throw complaint(words || `${basename(child.spawnfile)} ended with ${status}`, folder);
}
