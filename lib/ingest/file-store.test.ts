import { mkdirSync, symlinkSync, utimesSync } from "node:fs";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { compareKeys } from "#lib/base/compare-keys.ts";
import type { LogObject, LogStore } from "#lib/base/log-store.ts";
import { createFileStore } from "#lib/ingest/file-store.ts";
import { fileFailure } from "#lib/ingest/file-tree.ts";
import { makeZip } from "#lib/ingest/testing/make-zip.ts";
import { makeTree, type TemporaryTree } from "#lib/ingest/testing/temporary-tree.ts";
import { Failure } from "#lib/server/failure.ts";

const signal = new AbortController().signal;
const trees: TemporaryTree[] = [];

afterEach(() => {
  for (const tree of trees.splice(0)) tree.remove();
});

function tree(files: Parameters<typeof makeTree>[0]): TemporaryTree {
  const made = makeTree(files);
  trees.push(made);
  return made;
}

async function list(
  store: LogStore,
  prefix = "",
  startAfter: string | null = null,
): Promise<readonly LogObject[]> {
  const objects: LogObject[] = [];
  for await (const page of store.listObjects(prefix, startAfter, signal)) objects.push(...page);
  return objects;
}

async function keys(
  store: LogStore,
  prefix = "",
  startAfter: string | null = null,
): Promise<readonly string[]> {
  return (await list(store, prefix, startAfter)).map(({ key }) => key);
}

async function read(store: LogStore, key: string): Promise<string> {
  const object = { key, size: 0, etag: null, lastModified: null, archived: false };
  const parts: Buffer[] = [];
  for await (const part of await store.open(object, signal)) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const outcome = await work.catch((error: unknown) => error);
  if (outcome instanceof Failure) return outcome;
  throw new Error(`Expected a Failure, got ${String(outcome)}`);
}

describe("files and folders", () => {
  test("a folder is listed by paths relative to it, every kind of file included", async () => {
    const { root } = tree(["b/2.json.gz", "a.json", "b/1.jsonl", "b/c/readme.txt"]);
    const store = createFileStore([root]);
    expect(await keys(store)).toEqual(["a.json", "b/1.jsonl", "b/2.json.gz", "b/c/readme.txt"]);
    expect(await read(store, "b/c/readme.txt")).toBe("b/c/readme.txt");
  });

  test("one file is listed by its name", async () => {
    const store = createFileStore([tree(["x/a.json", "x/b.json"]).path("x/a.json")]);
    expect(await keys(store)).toEqual(["a.json"]);
    expect(await read(store, "a.json")).toBe("x/a.json");
    expect((await failureOf(read(store, "b.json"))).code).toBe("no-such-object");
  });

  test("several are listed by paths from the folder that holds them all, each file once", async () => {
    const { path } = tree(["x/in/1.json", "x/in/deep/2.json", "y/3.json", "y/4.json", "z.json"]);
    const store = createFileStore([path("x/in"), path("y/3.json"), path("x/in/deep"), path("y/3.json")]);
    expect(await keys(store)).toEqual(["x/in/1.json", "x/in/deep/2.json", "y/3.json"]);
    expect((await store.listFolder("", signal)).folders).toEqual(["x/", "y/"]);
    expect((await store.listFolder("y/", signal)).objects.map(({ key }) => key)).toEqual(["y/3.json"]);
  });

  test("a path that does not exist is named", async () => {
    const { path } = tree(["a.json"]);
    const failure = await failureOf(list(createFileStore([path("nowhere")])));
    expect(failure.code).toBe("not-found");
    expect(failure.message).toBe(`There is no file or folder ${path("nowhere")}.`);
  });

  test("a file outside what was given cannot be opened through its key", async () => {
    const { path } = tree(["in/a.json", "secret.json"]);
    expect((await failureOf(read(createFileStore([path("in")]), "../secret.json"))).code).toBe(
      "no-such-object",
    );
  });

  test("a changed file has another etag, an untouched one the same", async () => {
    const { root, path } = tree(["a.json"]);
    const [before] = await list(createFileStore([root]));
    expect((await list(createFileStore([root])))[0]?.etag).toBe(before?.etag);
    utimesSync(path("a.json"), 1, 1_700_000_000);
    const [after] = await list(createFileStore([root]));
    expect(after?.etag).not.toBe(before?.etag);
    expect(after?.lastModified).toBe(1_700_000_000_000);
  });

  test("a file that may not be read is named", () => {
    // The superuser may read everything, so the system's answer is given here as it comes.
    const failure = fileFailure(
      Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" }),
      "/logs/a.json",
    );
    expect(failure).toMatchObject({ code: "access-denied", message: "/logs/a.json may not be read." });
  });

  test("links are followed out of the tree, and never back into it", async () => {
    const outside = tree(["far/x.json"]);
    mkdirSync(outside.path("far2"));
    symlinkSync(outside.path("far2"), outside.path("far/to-far2"));
    symlinkSync(outside.path("far"), outside.path("far2/to-far"));
    const { root, path } = tree(["a/1.json"]);
    symlinkSync(outside.path("far"), path("out"));
    symlinkSync(root, path("a/loop"));
    symlinkSync(path("a/1.json"), path("again.json"));
    symlinkSync(path("missing"), path("broken"));
    symlinkSync("/", path("everything"));
    expect(await keys(createFileStore([root]))).toEqual(["a/1.json", "out/x.json"]);
  });

  test("calling off ends a listing and a read", async () => {
    const { root } = tree(["a.json", ["b.json", Buffer.alloc(5_000_000)]]);
    const store = createFileStore([root]);
    const stop = new AbortController();
    const object = { key: "b.json", size: 0, etag: null, lastModified: null, archived: false };
    const body = await store.open(object, stop.signal);
    stop.abort();
    const reading = (async () => {
      for await (const _part of body);
    })();
    expect((await failureOf(reading)).code).toBe("cancelled");
    expect((await failureOf(store.listFolder("", stop.signal))).code).toBe("cancelled");
  });
});

describe("the order and the pages are those of S3", () => {
  const names = ["a", "a!", "a.json", "a.zip.json", "a0", "b", "é.json", "\u{1F600}.json", "\uFF5E.json"];

  test("for any tree, any prefix and any beginning", async () => {
    const files = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom("1.json", "2/x.json", "2.json")),
      {
        minLength: 1,
        maxLength: 8,
        selector: ([folder, file]) => `${folder}/${file}`,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.constantFrom("", "a", "a/", "a!/", "b/2"),
        fc.nat(),
        async (chosen, prefix, pick) => {
          const all = chosen.map(([folder, file]) => `${folder}/${file}`).toSorted(compareKeys);
          const made = makeTree(all);
          try {
            const startAfter = pick % 3 === 0 ? null : (all[pick % all.length] ?? null);
            const expected = all.filter(
              (key) => key.startsWith(prefix) && (startAfter === null || compareKeys(key, startAfter) > 0),
            );
            expect(await keys(createFileStore([made.root, made.root]), prefix, startAfter)).toEqual(expected);
          } finally {
            made.remove();
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a thousand to a page", async () => {
    const { root } = tree(Array.from({ length: 2100 }, (_, index) => `many/${index}.json`));
    const sizes: number[] = [];
    for await (const page of createFileStore([root]).listObjects("", null, signal)) sizes.push(page.length);
    expect(sizes).toEqual([1000, 1000, 100]);
  });
});

describe("zip archives", () => {
  const KEY = "AWSLogs/111122223333/CloudTrail/eu-west-1/2026/10/01/x.json.gz";

  test("are folders whose members are read like files", async () => {
    const zip = makeZip([
      { name: KEY, content: "first" },
      { name: "AWSLogs/", content: "" },
      { name: "notes.txt", content: "n" },
      { name: "../../evil.json", content: "only a name" },
    ]);
    const { root } = tree([["in/export.zip", zip], "in/export.zip.json"]);
    const store = createFileStore([root]);
    expect(await keys(store)).toEqual([
      "in/export.zip!/../../evil.json",
      `in/export.zip!/${KEY}`,
      "in/export.zip!/notes.txt",
      "in/export.zip.json",
    ]);
    expect(await read(store, `in/export.zip!/${KEY}`)).toBe("first");
    expect(await read(store, "in/export.zip!/../../evil.json")).toBe("only a name");
    expect((await store.listFolder("in/export.zip!/AWSLogs/", signal)).folders).toEqual([
      "in/export.zip!/AWSLogs/111122223333/",
    ]);
    store.close();
  });

  test("a member counts with the bytes that reading it takes, not with those it was packed into", async () => {
    const { root } = tree([
      ["bomb.zip", makeZip([{ name: "x.json", content: Buffer.alloc(5 * 1024 ** 2) }])],
    ]);
    const [member] = await list(createFileStore([root]));
    expect(member?.size).toBe(5 * 1024 ** 2);
  });

  test("a member's etag follows its content, not the archive", async () => {
    const first = tree([["a.zip", makeZip([{ name: "x.json", content: "1" }])]]);
    const second = tree([
      [
        "a.zip",
        makeZip([
          { name: "y.json", content: "2" },
          { name: "x.json", content: "1" },
        ]),
      ],
    ]);
    const [before] = await list(createFileStore([first.root]));
    const [after] = await list(createFileStore([second.root]));
    expect(after?.etag).toBe(before?.etag);
  });

  test("an encrypted member is named, the others are read", async () => {
    const zip = makeZip([
      { name: "a.json", content: "a", isEncrypted: true },
      { name: "b.json", content: "b" },
    ]);
    const store = createFileStore([tree([["x.zip", zip]]).path("x.zip")]);
    const failure = await failureOf(read(store, "x.zip!/a.json"));
    expect(failure).toMatchObject({
      code: "bad-zip",
      message: "x.zip!/a.json is encrypted with a password.",
    });
    expect(await read(store, "x.zip!/b.json")).toBe("b");
    store.close();
  });

  test("a member whose bytes do not fit its checksum fails", async () => {
    const zip = makeZip([{ name: "a.json", content: "a".repeat(1000), checksum: 7 }]);
    const store = createFileStore([tree([["x.zip", zip]]).root]);
    expect((await failureOf(read(store, "x.zip!/a.json"))).message).toMatch(/x.zip!\/a.json is damaged/);
    store.close();
  });

  test("a damaged archive hides no other file and says so when it is read", async () => {
    const whole = makeZip([{ name: "a.json", content: "a" }]);
    const { root } = tree([["cut.zip", whole.subarray(0, -10)], ["noise.zip", "not a zip"], "z.json"]);
    const store = createFileStore([root]);
    expect(await keys(store)).toEqual(["cut.zip!/*.json.gz", "noise.zip!/*.json.gz", "z.json"]);
    const failure = await failureOf(read(store, "cut.zip!/*.json.gz"));
    expect(failure.code).toBe("bad-zip");
    expect(failure.message).toMatch(/^cut.zip is damaged or no zip file/);
  });

  test("a cut in the middle of the members fails that member", async () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251));
    const zip = makeZip([{ name: "a.json", content: noise }]);
    zip.fill(0xff, 60, 120);
    const store = createFileStore([tree([["x.zip", zip]]).root]);
    expect((await failureOf(read(store, "x.zip!/a.json"))).code).toBe("bad-zip");
    store.close();
  });
});
