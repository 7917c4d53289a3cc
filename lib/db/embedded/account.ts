import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { Failure } from "#lib/server/failure.ts";

/** The user that PostgreSQL runs as; null: as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/**
 * PostgreSQL refuses to run as root. Root therefore lends it the owner of the data folder where there is one,
 * else the system's `postgres` or `nobody` (initdb wants a user that has a name).
 * @throws Failure("database-refused") where root may not do that
 */
export function chooseAccount(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return null;
  const account = ownerOf(dataFolder) ?? namedAccount(readFileSync("/etc/passwd", "utf8"));
  if (account === null) {
    throw new Failure(
      "database-refused",
      'PostgreSQL does not run as root, and this system has no user "postgres" or "nobody" to run it as.',
      { remedy: "Start Waymark as an ordinary user, or set DATABASE_URL." },
    );
  }
  const { error } = spawnSync("/bin/sh", ["-c", "exit 0"], { ...account, cwd: "/" });
  if (error !== undefined) {
    throw new Failure(
      "database-refused",
      "PostgreSQL does not run as root, and root may not switch user here.",
      {
        remedy: "Start Waymark as an ordinary user, or set DATABASE_URL.",
        cause: error,
      },
    );
  }
  return account;
}

function ownerOf(folder: string): Account {
  const owner = statSync(folder, { throwIfNoEntry: false });
  return owner === undefined || owner.uid === 0 ? null : { uid: owner.uid, gid: owner.gid };
}

/** `postgres`, else `nobody`, of the text of /etc/passwd. */
export function namedAccount(passwd: string): Account {
  const users = new Map(passwd.split("\n").map((line) => [line.split(":", 1)[0], line.split(":")]));
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = users.get(name) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

/** True if `account` can enter `folder`. Asked of the system, since access lists count too. */
export function canReach(account: Account, folder: string): boolean {
  if (account === null) return true;
  const test = spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], {
    ...account,
    cwd: "/",
  });
  return test.status === 0;
}
