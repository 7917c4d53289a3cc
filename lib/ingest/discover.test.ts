import { afterEach, describe, expect, test } from "vitest";
import type { LogObject, LogStore } from "#lib/base/log-store.ts";
import { discover } from "#lib/ingest/discover.ts";
import { createFileStore } from "#lib/ingest/file-store.ts";
import { probeStream } from "#lib/ingest/probe-stream.ts";
import { makeTree, type TemporaryTree } from "#lib/ingest/testing/temporary-tree.ts";
import { isFailure } from "#lib/server/failure.ts";

const signal = new AbortController().signal;
const trees: TemporaryTree[] = [];

afterEach(() => {
  for (const tree of trees.splice(0)) tree.remove();
});

function storeOf(keys: readonly string[]): LogStore & { readonly listed: string[] } {
  const tree = makeTree(keys);
  trees.push(tree);
  const store = createFileStore([tree.root]);
  const listed: string[] = [];
  return {
    ...store,
    listed,
    listFolder: (prefix, stop) => {
      listed.push(prefix);
      return store.listFolder(prefix, stop);
    },
  };
}

const A = "111122223333";
const B = "444455556666";

function logKey(
  base: string,
  account: string,
  region: string,
  day: string,
  folder = "CloudTrail",
  unique = "abcdefgh12345678",
): string {
  return `${base}${account}/${folder}/${region}/${day.replaceAll("-", "/")}/${account}_${folder}_${region}_${day.replaceAll("-", "")}T0005Z_${unique}.json.gz`;
}

const days = ["2025-12-31", "2026-01-01", "2026-01-02"];
const inAllDays = (base: string, account: string, region: string, folder?: string): readonly string[] =>
  days.map((day) => logKey(base, account, region, day, folder));

describe("discovery", () => {
  test("finds accounts × regions × folders of a single-account trail without looking into days", async () => {
    const store = storeOf([
      ...inAllDays("AWSLogs/", A, "eu-west-1"),
      ...inAllDays("AWSLogs/", A, "us-east-1"),
      ...inAllDays("AWSLogs/", A, "us-east-1", "CloudTrail-Insight"),
      ...inAllDays("AWSLogs/", A, "us-east-1", "CloudTrail-NetworkActivity"),
      ...inAllDays("AWSLogs/", B, "us-east-1", "CloudTrail-Aggregated"),
    ]);
    const found = await discover(store, "", signal);
    expect(found.streams.map(({ account, region, folder }) => [account, folder, region])).toEqual([
      [A, "CloudTrail-Insight", "us-east-1"],
      [A, "CloudTrail-NetworkActivity", "us-east-1"],
      [A, "CloudTrail", "eu-west-1"],
      [A, "CloudTrail", "us-east-1"],
      [B, "CloudTrail-Aggregated", "us-east-1"],
    ]);
    expect(found).toMatchObject({
      accounts: [A, B],
      regions: ["eu-west-1", "us-east-1"],
      strays: [],
      setAside: [],
      limit: null,
    });
    expect(store.listed).toHaveLength(8);
  });

  test("finds an organization trail, a trail of one account, and a prefixed one in the same bucket", async () => {
    const store = storeOf([
      ...inAllDays("AWSLogs/o-abc123def4/", A, "eu-west-1"),
      ...inAllDays("AWSLogs/", A, "eu-west-1"),
      ...inAllDays("audit/prod/AWSLogs/", B, "us-east-1"),
    ]);
    const { streams } = await discover(store, "", signal);
    expect(streams).toEqual([
      {
        prefix: `AWSLogs/${A}/CloudTrail/eu-west-1/`,
        account: A,
        region: "eu-west-1",
        organization: null,
        folder: "CloudTrail",
      },
      {
        prefix: `AWSLogs/o-abc123def4/${A}/CloudTrail/eu-west-1/`,
        account: A,
        region: "eu-west-1",
        organization: "o-abc123def4",
        folder: "CloudTrail",
      },
      {
        prefix: `audit/prod/AWSLogs/${B}/CloudTrail/us-east-1/`,
        account: B,
        region: "us-east-1",
        organization: null,
        folder: "CloudTrail",
      },
    ]);
  });

  test.each([
    ["above AWSLogs", "audit/", 2],
    ["at AWSLogs", "audit/AWSLogs/", 2],
    ["at AWSLogs without its slash", "audit/AWSLogs", 2],
    ["at the account", `audit/AWSLogs/${A}/`, 2],
    ["at the folder", `audit/AWSLogs/${A}/CloudTrail/`, 2],
    ["at the region", `audit/AWSLogs/${A}/CloudTrail/eu-west-1/`, 1],
    ["at the region without its slash", `audit/AWSLogs/${A}/CloudTrail/eu-west-1`, 1],
    ["at the beginning of a region's name", `audit/AWSLogs/${A}/CloudTrail/eu-`, 1],
    ["at a year", `audit/AWSLogs/${A}/CloudTrail/eu-west-1/2026/`, 1],
    ["at a month", `audit/AWSLogs/${A}/CloudTrail/eu-west-1/2026/01/`, 1],
    ["at a day", `audit/AWSLogs/${A}/CloudTrail/eu-west-1/2026/01/02/`, 1],
  ])("works from a prefix %s", async (_, prefix, count) => {
    const store = storeOf([
      ...inAllDays("audit/AWSLogs/", A, "eu-west-1"),
      ...inAllDays("audit/AWSLogs/", A, "us-east-1"),
      ...inAllDays("audit/AWSLogs-old/", B, "us-east-1").slice(0, prefix === "audit/" ? 0 : 1),
    ]);
    const found = await discover(store, prefix, signal);
    expect(found.streams).toHaveLength(count);
    expect(found.accounts).toEqual([A]);
    for (const { prefix: at } of found.streams) expect(at.startsWith(prefix)).toBe(true);
  });

  test("sets digests and other services aside, by name, without looking into them", async () => {
    const store = storeOf([
      ...inAllDays("AWSLogs/", A, "eu-west-1"),
      `AWSLogs/${A}/CloudTrail-Digest/eu-west-1/2026/01/01/x.json.gz`,
      `AWSLogs/${A}/Config/eu-west-1/2026/1/1/ConfigHistory/x.json.gz`,
      `AWSLogs/${A}/elasticloadbalancing/eu-west-1/2026/01/01/x.log.gz`,
      `AWSLogs/${A}/vpcflowlogs/eu-west-1/2026/01/01/x.log.gz`,
    ]);
    const found = await discover(store, "", signal);
    expect(found.streams).toHaveLength(1);
    expect(found.setAside.map(({ prefix }) => prefix)).toEqual([
      `AWSLogs/${A}/CloudTrail-Digest/`,
      `AWSLogs/${A}/Config/`,
      `AWSLogs/${A}/elasticloadbalancing/`,
      `AWSLogs/${A}/vpcflowlogs/`,
    ]);
    expect(found.setAside.map(({ why }) => why)).toEqual([
      expect.stringMatching(/digest/),
      expect.stringMatching(/AWS Config/),
      expect.stringMatching(/Elastic Load Balancing/),
      expect.stringMatching(/VPC flow logs/),
    ]);
    expect(store.listed.some((prefix) => prefix.includes("Digest") || prefix.includes("Config"))).toBe(false);
  });

  test("a prefix that is itself set aside says so", async () => {
    const prefix = `AWSLogs/${A}/CloudTrail-Digest/`;
    const found = await discover(storeOf([`${prefix}eu-west-1/2026/01/01/x.json.gz`]), prefix, signal);
    expect(found).toMatchObject({ streams: [], strays: [], setAside: [{ prefix }] });
  });

  test("keeps objects beside the folders as strays", async () => {
    const keys = ["readme.txt", "export.json", `AWSLogs/${A}/CloudTrail/misplaced.json.gz`];
    const found = await discover(storeOf([...keys, ...inAllDays("AWSLogs/", A, "eu-west-1")]), "", signal);
    expect(found.strays.map(({ key }) => key)).toEqual([
      `AWSLogs/${A}/CloudTrail/misplaced.json.gz`,
      "export.json",
      "readme.txt",
    ]);
    expect(found.streams).toHaveLength(1);
  });

  test("takes year folders of an unknown layout as streams", async () => {
    const found = await discover(
      storeOf(["copy/eu/2025/12/31/a.json.gz", "copy/eu/2026/01/01/b.json.gz", "copy/eu/notes/c.txt"]),
      "",
      signal,
    );
    expect(found.streams.map(({ prefix, folder }) => [prefix, folder])).toEqual([
      ["copy/eu/2025/", "dates"],
      ["copy/eu/2026/", "dates"],
    ]);
    expect(found.strays.map(({ key }) => key)).toEqual(["copy/eu/notes/c.txt"]);
  });

  test.each([
    "year=2026/month=01/a.json.gz",
    "2026-01-01/a.json.gz",
    "20260101/a.json.gz",
    "dt=2026-01-01/a.json.gz",
  ])("takes folders like %s as one flat stream", async (path) => {
    const found = await discover(storeOf([`lake/${path}`, "lake/top.json"]), "", signal);
    expect(found.streams).toEqual([
      { prefix: "lake/", account: null, region: null, organization: null, folder: "flat" },
    ]);
    expect(found.strays).toEqual([]);
  });

  test("takes a heap of objects as one flat stream", async () => {
    const store = storeOf(["heap/1.json", "heap/2.json", "heap/3.json", "few/1.json"]);
    const found = await discover(store, "", signal, { objectsPerFolder: 2 });
    expect(found.streams.map(({ prefix }) => prefix)).toEqual(["heap/"]);
    expect(found.strays.map(({ key }) => key)).toEqual(["few/1.json"]);
  });

  test("holds no heap of objects beside folders, and says that it is listed each time", async () => {
    const keys = ["1.json", "2.json", "3.json", ...inAllDays("AWSLogs/", A, "eu-west-1"), "AWSLogs/x.json"];
    const found = await discover(storeOf(keys), "", signal, { objectsPerFolder: 2 });
    expect(found.streams.map(({ folder }) => folder)).toEqual(["CloudTrail"]);
    expect(found).toMatchObject({ heaps: [""], strays: [{ key: "AWSLogs/x.json" }] });
    expect(found.limit).toBe(
      "More objects lie beside the folders of the top of the bucket than were looked at; they are listed each time. Give a longer prefix to make that faster.",
    );
    expect(await discover(storeOf(keys), "", signal, { strays: 0 })).toMatchObject({
      heaps: ["", "AWSLogs/"],
    });
  });

  test("walks past 200,000 access logs beside AWSLogs/ a page at a time", async () => {
    let held = 0;
    const stray = (number: number): LogObject => {
      const key = `access-${String(number).padStart(6, "0")}`;
      return { key, size: 1, etag: null, lastModified: null, archived: false };
    };
    const region = `AWSLogs/${A}/CloudTrail/eu-west-1/`;
    const store: LogStore = {
      ...storeOf(inAllDays("AWSLogs/", A, "eu-west-1")),
      async *listFolderPages(prefix, stop) {
        if (prefix !== "") return yield await this.listFolder(prefix, stop);
        yield { folders: ["AWSLogs/"], objects: [] };
        for (let page = 0; page < 200; page++, held += 1000)
          yield { folders: [], objects: Array.from({ length: 1000 }, (_, index) => stray(held + index)) };
      },
    };
    const found = await discover(store, "", signal);
    expect(held).toBe(200_000);
    expect(found).toMatchObject({ streams: [{ prefix: region }], strays: [], heaps: [""] });
  });

  test("says where it stopped, and loses nothing by it", async () => {
    const keys = Array.from({ length: 12 }, (_, index) => `a${index}/b/c/d/x.json`);
    for (const bounds of [{ lists: 5 }, { depth: 2 }]) {
      const found = await discover(storeOf(keys), "", signal, bounds);
      expect(found.limit).toMatch(/The search stopped/);
      const covered = keys.filter(
        (key) =>
          found.streams.some(({ prefix }) => key.startsWith(prefix)) ||
          found.strays.some((stray) => stray.key === key),
      );
      expect(covered).toHaveLength(keys.length);
    }
  });

  test("an empty place has nothing, and calling off is not an empty place", async () => {
    expect(await discover(storeOf([]), "", signal)).toMatchObject({
      streams: [],
      strays: [],
      setAside: [],
      limit: null,
    });
    const stopped = await discover(storeOf(["a/b.json"]), "", AbortSignal.abort()).catch(
      (error: unknown) => error,
    );
    expect(isFailure(stopped, "cancelled")).toBe(true);
  });
});

describe("a look at one stream", () => {
  const stream = { account: A, region: "eu-west-1", organization: null, folder: "CloudTrail" } as const;
  const prefix = `AWSLogs/${A}/CloudTrail/eu-west-1/`;
  const many = Array.from({ length: 5 }, (_, index) =>
    logKey("AWSLogs/", A, "eu-west-1", "2026-01-01", "CloudTrail", `abcdefgh1234567${index}`),
  );

  test("tells the oldest and newest day and samples the last whole one", async () => {
    const store = storeOf([...inAllDays("AWSLogs/", A, "eu-west-1"), ...many]);
    const probe = await probeStream(store, { ...stream, prefix }, signal);
    const bytes = [...many, logKey("AWSLogs/", A, "eu-west-1", "2026-01-01")].join("").length;
    expect(probe).toEqual({
      oldest: "2025-12-31",
      newest: "2026-01-02",
      sample: { day: "2026-01-01", objects: 6, bytes, isWhole: true },
    });
  });

  test("looks no further than the prefix", async () => {
    const store = storeOf(inAllDays("AWSLogs/", A, "eu-west-1"));
    const probe = await probeStream(store, { ...stream, prefix: `${prefix}2026/01/` }, signal);
    expect(probe).toMatchObject({
      oldest: "2026-01-01",
      newest: "2026-01-02",
      sample: { day: "2026-01-01", objects: 1 },
    });
    const day = await probeStream(store, { ...stream, prefix: `${prefix}2026/01/02/` }, signal);
    expect(day).toMatchObject({
      oldest: "2026-01-02",
      newest: "2026-01-02",
      sample: { day: "2026-01-02", objects: 1 },
    });
  });

  test("samples the newest day where the one before was quiet", async () => {
    const store = storeOf([
      logKey("AWSLogs/", A, "eu-west-1", "2026-01-01"),
      logKey("AWSLogs/", A, "eu-west-1", "2026-02-01"),
    ]);
    expect((await probeStream(store, { ...stream, prefix }, signal)).sample?.day).toBe("2026-02-01");
  });

  test("knows nothing of a stream that has no dates or no objects", async () => {
    const nothing = { oldest: null, newest: null, sample: null };
    const store = storeOf(["drop/a.json"]);
    expect(await probeStream(store, { ...stream, prefix: "drop/", folder: "flat" }, signal)).toEqual(nothing);
    expect(await probeStream(store, { ...stream, prefix }, signal)).toEqual(nothing);
  });
});
