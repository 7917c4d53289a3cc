import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "#lib/db/connect.ts";
import { findBinaries } from "#lib/db/embedded/binaries.ts";
import { servesFolder } from "#lib/db/embedded/postmaster-file.ts";
import { type EmbeddedPostgres, startEmbedded } from "#lib/db/embedded/start-embedded.ts";
import { oldestBinariesFolder } from "#lib/db/testing/global-setup-15.ts";
import { administer, temporaryFolder } from "#lib/db/testing/test-server.ts";

const isRoot = process.getuid?.() === 0;

let folder = "";
let started: EmbeddedPostgres[] = [];
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const server of started) await server.stop();
  started = [];
  rmSync(folder, { recursive: true, force: true });
});

const dataFolder = () => join(folder, "postgres");

type Changes = Partial<Parameters<typeof startEmbedded>[0]>;

async function start(changes: Changes = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({
    dataFolder: dataFolder(),
    logFile: join(folder, "postgres.log"),
    purpose: "throw-away",
    ...changes,
  });
  started.push(server);
  return server;
}

async function rows(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = await connect(server.url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function withTable(): Promise<EmbeddedPostgres> {
  const server = await start({ purpose: "keep" });
  await administer(server.url, "create table kept (id int); insert into kept values (1), (2)");
  return server;
}

describe("a server of our own", () => {
  it("speaks UTC and UTF-8, sorts by bytes, and listens to this machine alone", async () => {
    const server = await start({ purpose: "keep" });
    const settings = await rows(
      server,
      `select current_setting('timezone') as zone, current_setting('server_encoding') as encoding,
              current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
              array(select x from unnest(array['b', 'A', 'a', 'B']) x order by x) as sorted, lower('ÄÉ') as lower`,
    );
    expect(settings).toEqual([
      {
        zone: "UTC",
        encoding: "UTF8",
        listens: "127.0.0.1",
        fsync: "on",
        sorted: ["A", "B", "a", "b"],
        lower: "äé",
      },
    ]);
  });

  it("lets nobody in without the password", async () => {
    const url = new URL((await start()).url);
    url.password = "";
    await expect(connect(url.href)).rejects.toThrow(/does not answer|refused the user/);
  });

  it("keeps what it was given from one start to the next", async () => {
    await (await withTable()).stop();
    expect(await rows(await start(), "select id from kept order by id")).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it("tells when it ends, and may be stopped twice", async () => {
    const server = await start();
    await Promise.all([server.stop(), server.ended]);
    await server.stop();
    expect(servesFolder(server.pid, dataFolder())).toBe(false);
  });

  it("runs on PostgreSQL 15, too, with the same order and letters", async () => {
    const server = await start({ binaries: findBinaries(oldestBinariesFolder()) });
    expect(
      await rows(
        server,
        `select current_setting('server_version_num')::int / 10000 as major, lower('ÄÉ') as lower,
                array(select x from unnest(array['b', 'A', 'a', 'B']) x order by x) as sorted`,
      ),
    ).toEqual([{ major: 15, lower: "äé", sorted: ["A", "B", "a", "b"] }]);
  });
});

describe("after a killed start", () => {
  it("ends the server that was left over and starts anew, and nothing is lost", async () => {
    const leftover = await withTable();
    const server = await start();
    await leftover.ended;
    expect(await rows(server, "select count(*)::int as n from kept")).toEqual([{ n: 2 }]);
  });

  it("recovers from a server that was killed, and nothing is lost", async () => {
    const killed = await withTable();
    process.kill(killed.pid, "SIGKILL");
    await killed.ended;
    expect(await rows(await start(), "select count(*)::int as n from kept")).toEqual([{ n: 2 }]);
  });

  it("is not led astray by another process that has the dead server's number", async () => {
    await (await withTable()).stop();
    const lines = [process.pid, dataFolder(), 1_795_442_400, 41_234, "", "127.0.0.1", "1 2", "ready"];
    writeFileSync(join(dataFolder(), "postmaster.pid"), `${lines.join("\n")}\n`);
    expect(await rows(await start(), "select count(*)::int as n from kept")).toEqual([{ n: 2 }]);
  });

  it("throws away a database that was not completely made", async () => {
    mkdirSync(`${dataFolder()}.unfinished.4711`);
    writeFileSync(`${dataFolder()}.unfinished.4711/PG_VERSION`, "18\n");
    await start();
    expect(readdirSync(folder).sort()).toEqual(["postgres", "postgres.log"]);
  });
});

describe("a folder that will not do", () => {
  it("made by another major version is named, with both versions", async () => {
    const binaries = findBinaries(oldestBinariesFolder());
    await (await start({ binaries })).stop();
    await expect(start()).rejects.toMatchObject({
      code: "database-refused",
      message: `The database in ${dataFolder()} was made by PostgreSQL 15; this Waymark brings 18 along.`,
    });
  });

  it("that holds something else is left alone", async () => {
    mkdirSync(dataFolder());
    writeFileSync(join(dataFolder(), "photo.jpg"), "");
    await expect(start()).rejects.toMatchObject({
      message: `${dataFolder()} is there, but holds no database.`,
    });
    expect(readdirSync(dataFolder())).toEqual(["photo.jpg"]);
  });

  it("that PostgreSQL's user cannot enter is replaced by one that it can, and that is said", async () => {
    const closed = mkdtempSync(join(tmpdir(), "waymark-closed-"));
    const said: string[] = [];
    const server = await start({ dataFolder: join(closed, "postgres"), say: (line) => said.push(line) });
    expect(await rows(server, "select 1 as one")).toEqual([{ one: 1 }]);
    if (isRoot) {
      expect(server.dataFolder).toMatch(/^\/var\/lib\/waymark\/[0-9a-f]{12}\/postgres$/);
      expect(said).toEqual([
        `The database lies in ${server.dataFolder}: PostgreSQL does not run as root, and its user cannot enter ${closed}.`,
      ]);
    } else {
      expect(server.dataFolder).toBe(join(closed, "postgres"));
      expect(said).toEqual([]);
    }
    await server.stop();
    rmSync(dirname(server.dataFolder), { recursive: true, force: true });
    rmSync(closed, { recursive: true, force: true });
  });
});
