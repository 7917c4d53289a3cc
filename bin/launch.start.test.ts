import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildPages, bundleWorker, generateClient } from "#bin/launch/build.ts";
import { openTerminal } from "#bin/launch/terminal.ts";
import { commandOf, descendants, isAlive } from "#bin/testing/processes.ts";
import { startWaymark, type WaymarkProcess } from "#bin/testing/waymark-process.ts";
import { connect } from "#lib/db/connect.ts";
import { findBinaries } from "#lib/db/embedded/binaries.ts";
import { freePort } from "#lib/db/embedded/free-port.ts";
import { migrate, migrationsFolder } from "#lib/db/migrate.ts";
import { oldestBinariesFolder } from "#lib/db/testing/global-setup-15.ts";
import {
  administer,
  startTestServer,
  type TestServer,
  temporaryFolder,
} from "#lib/db/testing/test-server.ts";
import { runningInstance } from "#lib/server/instance-lock.ts";

const READY = /Waymark is ready: (http:\S+)/;

let folder = "";
let port = 0;
let running: WaymarkProcess[] = [];

beforeAll(async () => {
  const terminal = openTerminal(process.stdout);
  await generateClient(terminal);
  await buildPages(terminal);
  await bundleWorker(terminal);
});
beforeEach(async () => {
  folder = temporaryFolder();
  port = await freePort();
});
afterEach(async () => {
  await Promise.all(running.map((waymark) => waymark.end("SIGTERM")));
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Readonly<Record<string, string>> = {}): WaymarkProcess {
  const waymark = startWaymark({ WAYMARK_DATA: folder, PORT: String(port), ...env });
  running.push(waymark);
  return waymark;
}

async function startedWaymark(): Promise<WaymarkProcess> {
  const waymark = start();
  await waymark.shows(READY);
  return waymark;
}

async function query(sql: string): Promise<unknown[]> {
  const client = await connect(runningInstance(folder)?.databaseUrl ?? "");
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function postgresPid(): number {
  return Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n", 1)[0]);
}

async function untilEnded(pids: readonly number[], patienceMs: number): Promise<readonly number[]> {
  const deadline = performance.now() + patienceMs;
  while (pids.some(isAlive) && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return pids.filter(isAlive);
}

describe("a start", () => {
  it("answers at the address it prints, and Ctrl-C leaves no process behind", async () => {
    const waymark = await startedWaymark();
    const address = READY.exec(waymark.output())?.[1] ?? "";
    expect(address).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(address)).status).toBe(200);
    const processes = descendants(waymark.pid);
    // PostgreSQL and its helpers, the web server, the worker.
    expect(processes).toContain(postgresPid());
    expect(processes.length).toBeGreaterThan(4);

    const { code, ms } = await waymark.end("SIGINT");
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    expect(processes.filter(isAlive)).toEqual([]);
    expect(runningInstance(folder)).toBeNull();
  });

  it.each(["SIGTERM", "SIGHUP"] as const)("ends just as well at %s", async (signal) => {
    const waymark = await startedWaymark();
    const processes = descendants(waymark.pid);
    expect(await waymark.end(signal)).toMatchObject({ code: 0 });
    expect(processes.filter(isAlive)).toEqual([]);
  });

  it("is quick the second time, and finds what the first one stored", async () => {
    const first = await startedWaymark();
    await query("create table kept as select 7 as id");
    await first.end("SIGINT");
    const began = performance.now();
    await startedWaymark();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await query("select id from kept")).toEqual([{ id: 7 }]);
  });

  it("can be stopped half-way", async () => {
    const waymark = start();
    await waymark.shows(/Starting the database/);
    const processes = descendants(waymark.pid);
    expect(await waymark.end("SIGINT")).toMatchObject({ code: 0 });
    expect(processes.filter(isAlive)).toEqual([]);
    await startedWaymark();
  });
});

describe("a launcher that is killed outright", () => {
  it("takes web server and worker with it; the next start takes over, and nothing is lost", async () => {
    const first = await startedWaymark();
    await query("create table kept as select 7 as id");
    const postgres = postgresPid();
    const ours = descendants(first.pid).filter(
      (pid) => !descendants(postgres).includes(pid) && pid !== postgres,
    );
    expect(ours.length).toBeGreaterThan(0);
    await first.end("SIGKILL");
    expect(await untilEnded(ours, 10_000)).toEqual([]);

    await startedWaymark();
    expect(await query("select id from kept")).toEqual([{ id: 7 }]);
    expect(isAlive(postgres)).toBe(false);
  });
});

describe("a process that dies", () => {
  function childLike(waymark: WaymarkProcess, pattern: RegExp): number {
    const found = descendants(waymark.pid).find((pid) => pattern.test(commandOf(pid)));
    if (found === undefined) throw new Error(`there is no process like ${pattern}`);
    return found;
  }

  it("is replaced if it is the worker, and that is said", async () => {
    const waymark = await startedWaymark();
    process.kill(childLike(waymark, /\.build\/worker\.mjs/), "SIGKILL");
    await waymark.shows(/The worker stopped \(signal SIGKILL\) and starts again in 1\.0 s\./);
    await expect
      .poll(() => childLike(waymark, /\.build\/worker\.mjs/), { timeout: 10_000 })
      .toBeGreaterThan(0);
  });

  it("ends everything if it is the web server", async () => {
    const waymark = await startedWaymark();
    const processes = descendants(waymark.pid);
    process.kill(childLike(waymark, /next-server|next\/dist/), "SIGKILL");
    expect(await waymark.ended).toBe(1);
    expect(waymark.output()).toContain("The web server stopped (signal SIGKILL).");
    expect(processes.filter(isAlive)).toEqual([]);
  });

  it("ends everything if it is the database, and loses nothing", async () => {
    const waymark = await startedWaymark();
    await query("create table kept as select 7 as id");
    const processes = descendants(waymark.pid);
    process.kill(postgresPid(), "SIGKILL");
    expect(await waymark.ended).toBe(1);
    expect(waymark.output()).toContain("The database stopped.");
    expect(await untilEnded(processes, 5000)).toEqual([]);
    await startedWaymark();
    expect(await query("select id from kept")).toEqual([{ id: 7 }]);
  });
});

describe("a start on a server of one's own, PostgreSQL 15", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ binaries: findBinaries(oldestBinariesFolder()) });
  });
  afterAll(() => server.stop());

  async function createDatabase(name: string): Promise<string> {
    await administer(server.templateUrl, `CREATE DATABASE ${name} TEMPLATE template0`);
    const url = new URL(server.templateUrl);
    url.pathname = `/${name}`;
    return url.href;
  }

  async function sourcesOn(databaseUrl: string): Promise<readonly string[]> {
    const waymark = start({ DATABASE_URL: databaseUrl });
    await waymark.shows(READY);
    const answer = await fetch(`http://127.0.0.1:${port}/api/sources`);
    const { sources }: { sources: readonly { name: string }[] } = await answer.json();
    expect(existsSync(join(folder, "postgres"))).toBe(false);
    expect(await waymark.end("SIGINT")).toMatchObject({ code: 0 });
    return sources.map(({ name }) => name);
  }

  it("makes an empty database its own", async () => {
    const url = await createDatabase("empty");
    expect(await sourcesOn(url)).toEqual([]);
    expect(await migrate(url)).toEqual([]);
  });

  it("brings the schema of an earlier Waymark up to date, and keeps what is there", async () => {
    const url = await createDatabase("older");
    const migrations = join(folder, "migrations");
    const [first = ""] = readdirSync(migrationsFolder()).toSorted();
    cpSync(join(migrationsFolder(), first), join(migrations, first), { recursive: true });
    await migrate(url, migrations);
    await administer(
      url,
      `insert into source (id, kind, name, settings) values (gen_random_uuid(), 'files', 'kept', '{"kind":"files","paths":[]}')`,
    );
    expect(await sourcesOn(url)).toEqual(["kept"]);
    expect(await migrate(url)).toEqual([]);
  });
});

describe("a start that cannot be", () => {
  /** What a start prints that ends with exit code 1, without any trace of its insides. */
  async function refusal(env: Readonly<Record<string, string>> = {}): Promise<string> {
    const waymark = start(env);
    expect(await waymark.ended).toBe(1);
    expect(waymark.output()).not.toMatch(/\n\s+at |Error:/);
    return waymark.output();
  }

  it("names the port that is taken, and how to choose another", async () => {
    const other = createServer().listen(port, "127.0.0.1");
    const output = await refusal();
    other.close();
    expect(output).toContain(
      `Port ${port} is taken by another program.\nChoose another port: PORT=${port + 1} npm start\n`,
    );
  });

  it("names the instance that uses the data folder, which is not disturbed", async () => {
    const first = await startedWaymark();
    const output = await refusal({ PORT: String(await freePort()) });
    expect(output).toContain(
      `The data folder ${folder} is in use by another Waymark (process ${first.pid} at http://127.0.0.1:${port}).`,
    );
    expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200);
  });

  it("names the database that does not answer, without its password", async () => {
    const away = await freePort();
    const output = await refusal({ DATABASE_URL: `postgresql://ada:hunter2@127.0.0.1:${away}/waymark` });
    expect(output).toContain(`The database at 127.0.0.1:${away} does not answer (ECONNREFUSED).`);
    expect(output).not.toContain("hunter2");
  });

  it("names the setting that is wrong", async () => {
    expect(await refusal({ PORT: "http" })).toContain(
      'PORT is set to "http", but must be a whole number from 1 to 65535.',
    );
    const file = join(folder, "country.mmdb");
    expect(await refusal({ WAYMARK_MMDB: file })).toContain(
      `WAYMARK_MMDB names ${file}, but there is no such file.\n`,
    );
  });
});
