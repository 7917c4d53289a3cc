import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type FauxqsServer, startFauxqs } from "fauxqs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { S3Settings } from "#lib/aws/s3-settings.ts";
import { createS3Store } from "#lib/aws/s3-store.ts";
import { stubAwsEnvironment, TEST_KEYS } from "#lib/aws/testing/aws-environment.ts";
import { logsBucket } from "#lib/aws/testing/logs-bucket.ts";
import { isFailure } from "#lib/server/failure.ts";

const ODD_KEYS = [
  "odd/a b+c&d=e%20.json.gz",
  "odd/ümlaut-日本.json.gz",
  "odd//double/slash.json.gz",
  "odd/quote'\"<>.json.gz",
  "odd/hash#question?.json.gz",
];

let server: FauxqsServer;
let settings: S3Settings;
const signal = new AbortController().signal;

beforeAll(async () => {
  stubAwsEnvironment();
  server = await startFauxqs({ port: 0, logger: false, host: "127.0.0.1" });
  server.createBucket("logs");
  settings = logsBucket(`http://127.0.0.1:${server.port}`);
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${server.port}`,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: TEST_KEYS,
  });
  const many = Array.from({ length: 2345 }, (_, index) => `many/${String(index).padStart(5, "0")}.json.gz`);
  const keys = [...many, ...ODD_KEYS, "tree/a/1.json.gz", "tree/b/2.json.gz", "tree/here.json.gz"];
  for (let at = 0; at < keys.length; at += 50) {
    await Promise.all(
      keys
        .slice(at, at + 50)
        .map((Key) => client.send(new PutObjectCommand({ Bucket: "logs", Key, Body: `body of ${Key}` }))),
    );
  }
  client.destroy();
}, 60_000);

afterAll(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

describe("a bucket as a log store", () => {
  test("lists every object once, in order, a page of at most 1,000 at a time", async () => {
    const store = createS3Store(settings);
    const sizes: number[] = [];
    const keys: string[] = [];
    for await (const page of store.listObjects("many/", null, signal)) {
      sizes.push(page.length);
      keys.push(...page.map(({ key }) => key));
    }
    store.close();
    expect(sizes).toEqual([1000, 1000, 345]);
    expect(keys).toEqual(
      Array.from({ length: 2345 }, (_, index) => `many/${String(index).padStart(5, "0")}.json.gz`),
    );
  });

  test("begins after the given key", async () => {
    const store = createS3Store(settings);
    const keys: string[] = [];
    for await (const page of store.listObjects("many/", "many/02342.json.gz", signal)) {
      keys.push(...page.map(({ key }) => key));
    }
    store.close();
    expect(keys).toEqual(["many/02343.json.gz", "many/02344.json.gz"]);
  });

  test("lists one level: folders and the objects beside them", async () => {
    const store = createS3Store(settings);
    const { folders, objects } = await store.listFolder("tree/", signal);
    store.close();
    expect(folders).toEqual(["tree/a/", "tree/b/"]);
    expect(objects.map(({ key }) => key)).toEqual(["tree/here.json.gz"]);
    expect(objects[0]).toMatchObject({ size: "body of tree/here.json.gz".length, archived: false });
    expect(objects[0]?.etag).toMatch(/^[0-9a-f]{32}$/);
    expect(objects[0]?.lastModified).toBeGreaterThan(1_700_000_000_000);
  });

  test("reads back objects with odd keys as it listed them", async () => {
    const store = createS3Store(settings);
    const bodies: string[] = [];
    for await (const page of store.listObjects("odd/", null, signal)) {
      for (const object of page) bodies.push(await text(await store.open(object, signal)));
    }
    store.close();
    expect(bodies.toSorted()).toEqual(ODD_KEYS.map((key) => `body of ${key}`).toSorted());
  });

  test("reads many objects at the same time", async () => {
    const store = createS3Store(settings);
    const read = async (index: number): Promise<string> => {
      const key = `many/${String(index).padStart(5, "0")}.json.gz`;
      return text(
        await store.open({ key, size: 0, etag: null, lastModified: null, archived: false }, signal),
      );
    };
    const bodies = await Promise.all(Array.from({ length: 64 }, (_, index) => read(index)));
    store.close();
    expect(new Set(bodies).size).toBe(64);
  });

  test("says which object is gone", async () => {
    const store = createS3Store(settings);
    const gone = { key: "many/gone.json.gz", size: 1, etag: null, lastModified: null, archived: false };
    const failure = await store.open(gone, signal).catch((error: unknown) => error);
    store.close();
    expect(isFailure(failure, "no-such-object") && failure.message).toBe(
      "s3://logs/many/gone.json.gz is no longer there.",
    );
  });

  test("says which bucket does not exist", async () => {
    const store = createS3Store({ ...settings, bucket: "nowhere" });
    const failure = await store.listFolder("", signal).catch((error: unknown) => error);
    store.close();
    expect(isFailure(failure, "no-such-bucket") && failure.message).toBe("There is no bucket named nowhere.");
  });

  test("stops listing when it is called off", async () => {
    const store = createS3Store(settings);
    const stop = new AbortController();
    let pages = 0;
    const failure = await (async () => {
      for await (const _page of store.listObjects("many/", null, stop.signal)) {
        pages += 1;
        stop.abort();
      }
      return null;
    })().catch((error: unknown) => error);
    store.close();
    expect(pages).toBe(1);
    expect(isFailure(failure, "cancelled")).toBe(true);
  });
});
