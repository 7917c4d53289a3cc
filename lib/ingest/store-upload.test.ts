import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type IncomingFile, safeName, storeUpload } from "#lib/ingest/store-upload.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-upload-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LOG = "111122223333_CloudTrail_eu-west-1_20261101T0005Z_abcdefgh12345678.json.gz";

async function* incoming(
  ...files: readonly (readonly [name: string, content: string])[]
): AsyncGenerator<IncomingFile> {
  for (const [name, content] of files) {
    const body = async function* () {
      yield Buffer.from(content.slice(0, 3));
      yield Buffer.from(content.slice(3));
    };
    yield { name, body: body() };
  }
}

it("keeps the name that tells account, region and day, and the content", async () => {
  const { uploadId, files, refused } = await storeUpload(folder, incoming([`AWSLogs/x/${LOG}`, "content"]));
  expect(files).toEqual([{ name: LOG, bytes: 7 }]);
  expect(refused).toEqual([]);
  expect(readFileSync(join(folder, "uploads", uploadId, LOG), "utf8")).toBe("content");
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
});

it("keeps two files of one name apart without changing the name", async () => {
  const { uploadId, files } = await storeUpload(
    folder,
    incoming([LOG, "one"], [LOG.toUpperCase(), "two"], [LOG, "three"]),
  );
  expect(files.map(({ name }) => name)).toEqual([LOG, `2/${LOG.toUpperCase()}`, `3/${LOG}`]);
  expect(readFileSync(join(folder, "uploads", uploadId, `3/${LOG}`), "utf8")).toBe("three");
});

it("leaves out what can be no log file, and says so", async () => {
  const { files, refused } = await storeUpload(folder, incoming(["notes.txt", "no"], ["a.zip", "yes"]));
  expect(files.map(({ name }) => name)).toEqual(["a.zip"]);
  expect(refused).toEqual([{ name: "notes.txt", reason: "Not a CloudTrail log object: a .txt file" }]);
});

it("refuses an upload without any log file and leaves nothing behind", async () => {
  await expect(storeUpload(folder, incoming(["notes.txt", "no"]))).rejects.toMatchObject({
    code: "bad-request",
    message: "notes.txt is no log file: Not a CloudTrail log object: a .txt file.",
  });
  await expect(storeUpload(folder, incoming())).rejects.toMatchObject({ code: "bad-request" });
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
  expect(existsSync(join(folder, "uploads"))).toBe(false);
});

it("counts the limit over all files and keeps nothing of what goes beyond", async () => {
  const files = () => incoming(["a.json", "12345"], ["b.json", "12345"]);
  await expect(storeUpload(folder, files(), 9)).rejects.toMatchObject({ code: "too-large" });
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
  expect((await storeUpload(folder, files(), 10)).files).toHaveLength(2);
});

it("keeps nothing of an upload that breaks off", async () => {
  const broken = async function* (): AsyncGenerator<IncomingFile> {
    yield* incoming(["a.json", "12345"]);
    const body = async function* () {
      yield Buffer.from("x");
      throw new Error("the connection broke");
    };
    yield { name: "b.json", body: body() };
  };
  await expect(storeUpload(folder, broken())).rejects.toThrow("the connection broke");
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
});

it.each([
  ["../../etc/passwd.json", "passwd.json"],
  ["..\\..\\windows\\evil.json", "evil.json"],
  ["..", "_"],
  ["", "_"],
  [".hidden.json", "_hidden.json"],
  ["a\u0000b\u202ejson.json", "a_b_json.json"],
  ["$(rm -rf ~).json", "__rm -rf __.json"],
  ["größe.json", "größe.json"],
])("makes the claimed name %j safe: %j", (claimed, safe) => {
  expect(safeName(claimed)).toBe(safe);
});

it("keeps the end of a name that is too long", () => {
  const safe = safeName(`${"x".repeat(500)}.json.gz`);
  expect(safe).toHaveLength(180);
  expect(safe.endsWith(".json.gz")).toBe(true);
});
