import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connect } from "#lib/db/connect.ts";
import { checkVersion, migrate, migrationsFolder } from "#lib/db/migrate.ts";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";

const ALL = readdirSync(migrationsFolder(), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

let database: TestDatabase;
let folder = "";
beforeEach(async () => {
  database = await createEmptyDatabase();
  folder = mkdtempSync(join(tmpdir(), "waymark-migrations-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

function add(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function rows(sql: string, url = database.url): Promise<unknown[]> {
  const client = await connect(url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const TABLES = "select table_name from information_schema.tables where table_schema = 'public' order by 1";
const RECORDED = "select migration_name from _prisma_migrations order by started_at, migration_name";

it("makes an empty database complete", async () => {
  expect(await migrate(database.url)).toEqual(ALL);
  const template = await createTestDatabase();
  expect(await rows(TABLES)).toEqual(await rows(TABLES, template.url));
  await template.drop();
});

it("does nothing where everything is there", async () => {
  await migrate(database.url);
  expect(await migrate(database.url)).toEqual([]);
});

it("brings an older schema up to date and keeps its rows", async () => {
  const [first = ""] = ALL;
  cpSync(join(migrationsFolder(), first), join(folder, first), { recursive: true });
  await migrate(database.url, folder);
  await rows(
    "insert into source (id, kind, name, settings) values (gen_random_uuid(), 's3', 'kept', '{}') returning id",
  );
  expect(await migrate(database.url)).toEqual(ALL.slice(1));
  expect(await rows("select name from source")).toEqual([{ name: "kept" }]);
});

it("records a migration as Prisma does: checksum of the file, finished, one step", async () => {
  add("1_one", "create table one (id int)");
  await migrate(database.url, folder);
  expect(
    await rows(
      `select migration_name, checksum, finished_at >= started_at as finished, logs, rolled_back_at,
              applied_steps_count, length(id) as id from _prisma_migrations`,
    ),
  ).toEqual([
    {
      migration_name: "1_one",
      // sha256sum of the text above
      checksum: "b743a4c1742320e8f4883d2e15d9632a06c7ab088f94050fdddc1cc57e216d17",
      finished: true,
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
      id: 36,
    },
  ]);
});

it("lets one of two at once migrate while the other waits", async () => {
  const [a, b] = await Promise.all([migrate(database.url), migrate(database.url)]);
  expect([a, b].sort((x, y) => x.length - y.length)).toEqual([[], ALL]);
});

it("leaves nothing of a migration that fails, so that the next start can try again", async () => {
  add("1_one", "create table one (id int); select 1 / 0;");
  await expect(migrate(database.url, folder)).rejects.toMatchObject({
    message: 'The migration "1_one" failed: division by zero',
  });
  expect(await rows(RECORDED)).toEqual([]);
  add("1_one", "create table one (id int);");
  expect(await migrate(database.url, folder)).toEqual(["1_one"]);
});

it("refuses a migration that was edited after it was applied", async () => {
  add("1_one", "create table one (id int)");
  await migrate(database.url, folder);
  add("1_one", "create table one (id bigint)");
  await expect(migrate(database.url, folder)).rejects.toMatchObject({
    code: "conflict",
    message: 'The migration "1_one" differs from the one that this database was made with.',
  });
});

it("refuses a database that a newer program migrated", async () => {
  add("1_one", "create table one (id int)");
  add("2_two", "create table two (id int)");
  await migrate(database.url, folder);
  rmSync(join(folder, "2_two"), { recursive: true });
  await expect(migrate(database.url, folder)).rejects.toMatchObject({
    code: "conflict",
    message: 'The database was migrated by a newer Waymark: this one does not know "2_two".',
  });
});

it("refuses a migration that another tool left unfinished", async () => {
  add("1_one", "create table one (id int)");
  await migrate(database.url, folder);
  await rows("update _prisma_migrations set finished_at = null");
  await expect(migrate(database.url, folder)).rejects.toMatchObject({ code: "conflict" });
  await rows("update _prisma_migrations set rolled_back_at = now()");
  await rows("drop table one");
  expect(await migrate(database.url, folder)).toEqual(["1_one"]);
});

it("says so where the user may not create tables", async () => {
  const role = `reader_${process.pid}`;
  await rows(`create role ${role} login password 'secret'`);
  await rows("revoke create on schema public from public");
  const url = new URL(database.url);
  url.username = role;
  url.password = "secret";
  await expect(migrate(url.href)).rejects.toMatchObject({
    code: "database-refused",
    message: expect.stringContaining(`The user "${role}" may not create tables`),
  });
  await rows(`drop role ${role}`);
});

it("says so where the server is too old, and what it needs", async () => {
  const client = await connect(database.url);
  await expect(checkVersion(client, database.url, 990_000)).rejects.toMatchObject({
    code: "database-too-old",
    message: expect.stringMatching(
      /^The database at 127\.0\.0\.1:\d+ is PostgreSQL 1[58]\.\d+; Waymark needs 15 or newer\.$/,
    ),
  });
  await client.end();
});
