import { describe, expect, it } from "vitest";
import { namedAccount } from "#lib/db/embedded/account.ts";
import { complaint } from "#lib/db/embedded/complaint.ts";
import { parsePostmasterFile } from "#lib/db/embedded/postmaster-file.ts";
import { serverEnvironment } from "#lib/db/embedded/server-environment.ts";
import { serverSettings } from "#lib/db/embedded/settings.ts";

const GB = 1024 ** 3;

describe("the server's settings", () => {
  it("suit the machine's memory", () => {
    const settings = serverSettings({ memory: 16 * GB, sharedMemory: 8 * GB }, "keep");
    expect(settings).toMatchObject({ effective_cache_size: "8192MB", shared_buffers: "2048MB" });
    expect(settings).not.toHaveProperty("dynamic_shared_memory_type");
  });

  it("do without a small /dev/shm, such as a container has", () => {
    const settings = serverSettings({ memory: GB, sharedMemory: GB / 16 }, "keep");
    expect(settings).toMatchObject({
      dynamic_shared_memory_type: "mmap",
      effective_cache_size: "512MB",
      shared_buffers: "128MB",
    });
    expect(serverSettings({ memory: GB, sharedMemory: null }, "keep")).toMatchObject({
      dynamic_shared_memory_type: "mmap",
    });
  });

  it("give up safety for speed only where the data is thrown away", () => {
    const machine = { memory: GB, sharedMemory: GB };
    expect(serverSettings(machine, "keep")).not.toHaveProperty("fsync");
    expect(serverSettings(machine, "throw-away")).toMatchObject({ fsync: "off", full_page_writes: "off" });
  });
});

describe("postmaster.pid", () => {
  const lines = [
    "4711",
    "/data/postgres",
    "1795442400",
    "41234",
    "",
    "127.0.0.1",
    "  123456   7 ",
    "ready   ",
  ];

  it("names the process, its port and whether it is ready", () => {
    expect(parsePostmasterFile(`${lines.join("\n")}\n`)).toEqual({ pid: 4711, port: 41_234, ready: true });
  });

  it("is not ready while the server starts", () => {
    const starting = [...lines.slice(0, 7), "starting"].join("\n");
    expect(parsePostmasterFile(starting)).toEqual({ pid: 4711, port: 41_234, ready: false });
    expect(parsePostmasterFile("4711\n/data")).toEqual({ pid: 4711, port: null, ready: false });
  });

  it("is nothing when empty or cut off before the number", () => {
    expect(parsePostmasterFile("")).toBeNull();
    expect(parsePostmasterFile("-\n")).toBeNull();
  });
});

describe("the user that PostgreSQL runs as", () => {
  const passwd = "root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n";

  it("is postgres, else nobody, else no one", () => {
    expect(namedAccount(`${passwd}postgres:x:101:104::/:/bin/sh\n`)).toEqual({ uid: 101, gid: 104 });
    expect(namedAccount(passwd)).toEqual({ uid: 65_534, gid: 65_533 });
    expect(namedAccount("root:x:0:0::/root:/bin/sh\n")).toBeNull();
  });
});

it("lends the server our environment, but not what would lead it elsewhere", () => {
  const given = { PATH: "/bin", PGDATA: "/other", PGPORT: "1", LC_TIME: "de_DE", LANG: "de", LANGUAGE: "de" };
  const { NODE_ENV, ...environment } = serverEnvironment({ ...given, NODE_ENV: "test" });
  expect(environment).toEqual({ PATH: "/bin", LC_ALL: "C", TZ: "UTC" });
});

describe("what PostgreSQL says as it refuses to begin", () => {
  it.each([
    ["could not write: No space left on device", "The disk that holds /data is full: free some space."],
    [
      'FATAL:  data directory "/data" has wrong ownership',
      "/data belongs to another user, or may not be written to by this one.",
    ],
    [
      "initdb: error: could not look up effective user ID 12345: user does not exist",
      "PostgreSQL does not run as a user without a name: this one is not in /etc/passwd.",
    ],
    [
      "2026-11-23 14:00:00 UTC [7] FATAL:  something new\n2026-11-23 LOG:  shutting down\n",
      "The database in /data could not start: something new",
    ],
    ["", "The database in /data could not start: it said nothing"],
  ])("becomes a sentence: %j", (words, sentence) => {
    const failure = complaint(words, "/data");
    expect(failure.message).toBe(sentence);
    expect(failure.remedy).toBe("Choose another folder with WAYMARK_DATA, or set DATABASE_URL.");
  });
});
