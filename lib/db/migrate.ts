// Brings a database to this program's schema: prisma/migrations/*/migration.sql in the order of their names,
// recorded in `_prisma_migrations` the way `prisma migrate deploy` records them, so that either may follow the
// other. Its lock is Prisma's, too: of two starts at once one migrates and the other waits and finds it done.
// Each migration is one transaction together with its record; Prisma's own command would leave a failed record
// behind that only its command line can remove, and a killed start must be able to start again.
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { connect, describeAddress } from "#lib/db/connect.ts";
import { Failure } from "#lib/server/failure.ts";

/** PostgreSQL 15, as `server_version_num`. */
const OLDEST_SERVER = 150_000;

const PRISMA_LOCK = 72_707_369;

const RECORDS = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

type MigrationRecord = { migration_name: string; checksum: string; finished: boolean };

/**
 * @returns the names of the migrations that this call applied, in order
 * @throws Failure: "database-unreachable", "database-refused", "database-too-old", and "conflict" where the
 *   database and this program disagree about its history
 */
export async function migrate(url: string, folder: string = migrationsFolder()): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const client = await connect(url);
  try {
    await checkVersion(client, url);
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await createRecords(client, url);
    const { rows } = await client.query<MigrationRecord>(
      `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
         FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
    );
    const pending = pendingMigrations(migrations, rows);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    // Ending the session releases the lock.
    await client.end();
  }
}

/** Where this program keeps its migrations. */
export function migrationsFolder(): string {
  return fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** @throws Failure("database-too-old") where the server's `server_version_num` is below `oldest` */
export async function checkVersion(client: pg.Client, url: string, oldest = OLDEST_SERVER): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name`,
  );
  const [version] = rows;
  if (version === undefined || version.number >= oldest) return;
  throw new Failure(
    "database-too-old",
    `The database at ${describeAddress(url).place} is PostgreSQL ${version.name}; Waymark needs 15 or newer.`,
    {
      remedy:
        "Upgrade that server, or leave DATABASE_URL unset to use the database that Waymark brings along.",
    },
  );
}

async function createRecords(client: pg.Client, url: string): Promise<void> {
  try {
    await client.query(RECORDS);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== "42501") throw error;
    const { user, database, place } = describeAddress(url);
    throw new Failure(
      "database-refused",
      `The user "${user}" may not create tables in the database "${database}" at ${place}.`,
      { cause: error, remedy: `Make it the owner: ALTER DATABASE "${database}" OWNER TO "${user}";` },
    );
  }
}

/** What is left to apply, after checking that the recorded history is a beginning of this program's. */
function pendingMigrations(
  migrations: readonly Migration[],
  records: readonly MigrationRecord[],
): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const record of records) {
    const migration = known.get(record.migration_name);
    if (migration === undefined) {
      throw new Failure(
        "conflict",
        `The database was migrated by a newer Waymark: this one does not know "${record.migration_name}".`,
        { remedy: "Update Waymark, or use another database." },
      );
    }
    if (!record.finished) {
      throw new Failure(
        "conflict",
        `The migration "${record.migration_name}" was begun by another tool and did not finish.`,
        { remedy: `Run: npx prisma migrate resolve --rolled-back ${record.migration_name}` },
      );
    }
    if (record.checksum !== migration.checksum) {
      throw new Failure(
        "conflict",
        `The migration "${record.migration_name}" differs from the one that this database was made with.`,
        { remedy: "Restore its file as it was delivered; a change of the schema is a new migration." },
      );
    }
  }
  const done = new Set(records.map((record) => record.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Failure("internal", `The migration "${migration.name}" failed: ${cause}`, { cause: error });
  }
}
