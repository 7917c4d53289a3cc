// One Waymark at a time works on a data folder. The one that does says so in `waymark.lock` there: its process,
// where it answers, and the database's address, so that the command line can join it. The file outlives a killed
// owner; its process number alone would then name a stranger, so the start of the process is compared, too. The
// processes of another machine (or container) on a shared folder cannot be asked, so a living owner also
// touches the file now and then.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { Failure } from "#lib/server/failure.ts";
import { processToken } from "#lib/server/process-token.ts";

const BEAT_MS = 5000;
const SILENCE_MS = 20_000;

const instanceSchema = z.object({
  host: z.string(),
  pid: z.int(),
  token: z.string().nullable(),
  /** Where its pages are, once they are. */
  address: z.string().nullable(),
  /** Its database, once it runs. Holds a password: the file is the owner's alone to read. */
  databaseUrl: z.string().nullable(),
});

export type Instance = z.infer<typeof instanceSchema>;

export type InstanceLock = {
  /** Tells others what became known. */
  announce(known: Partial<Pick<Instance, "address" | "databaseUrl">>): void;
  release(): void;
};

/** @throws Failure("conflict") naming process and address of the instance that works there */
export function takeLock(dataFolder: string): InstanceLock {
  // For us alone; but where PostgreSQL cannot run as root, its user must pass through.
  mkdirSync(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const file = lockFile(dataFolder);
  let mine: Instance = {
    host: hostname(),
    pid: process.pid,
    token: processToken(process.pid),
    address: null,
    databaseUrl: null,
  };
  if (!create(file, mine)) {
    const owner = runningInstance(dataFolder);
    if (owner !== null) throw inUse(dataFolder, owner);
    rmSync(file, { force: true });
    if (!create(file, mine)) throw inUse(dataFolder, runningInstance(dataFolder));
  }
  const beat = setInterval(() => touch(file), BEAT_MS);
  beat.unref();
  return {
    announce(known) {
      mine = { ...mine, ...known };
      // Replaced whole, so that nobody reads half of it.
      writeFileSync(`${file}.new`, JSON.stringify(mine), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    release() {
      clearInterval(beat);
      rmSync(file, { force: true });
    },
  };
}

/** The instance that works on this folder now, or null. */
export function runningInstance(dataFolder: string): Instance | null {
  const file = lockFile(dataFolder);
  const instance = read(file);
  return instance !== null && lives(instance, file) ? instance : null;
}

function lockFile(dataFolder: string): string {
  return join(dataFolder, "waymark.lock");
}

function create(file: string, instance: Instance): boolean {
  try {
    writeFileSync(file, JSON.stringify(instance), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

function read(file: string): Instance | null {
  try {
    const parsed = instanceSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    // A start that was killed as it wrote the file leaves it cut off: nobody's.
    if (hasCode(error, "ENOENT") || error instanceof SyntaxError) return null;
    throw error;
  }
}

function lives(instance: Instance, file: string): boolean {
  if (instance.host === hostname()) {
    return instance.token !== null && processToken(instance.pid) === instance.token;
  }
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - touched < SILENCE_MS;
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch (error) {
    // Someone removed the data folder under us; what writes to it next will say so.
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

function inUse(dataFolder: string, owner: Instance | null): Failure {
  const where = owner?.address === null || owner === null ? "" : ` at ${owner.address}`;
  const who = owner === null ? "" : ` (process ${owner.pid}${where})`;
  return new Failure("conflict", `The data folder ${dataFolder} is in use by another Waymark${who}.`, {
    remedy: "Stop that one first, or choose another folder: WAYMARK_DATA=/path/to/folder",
  });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
