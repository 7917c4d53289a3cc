import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { LogObject, LogStore } from "#lib/base/log-store.ts";
import { ACCOUNTS } from "#lib/sample/organization.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { compressed, sampleTrail } from "#lib/sample/sample-trail.ts";

const trail = sampleTrail({ seed: 3, events: 12_000, days: 11, end: Date.parse("2026-11-20T15:22:00Z") });
const store = sampleStore(trail);
const { signal } = new AbortController();
const keys = [...trail.objects()].map((object) => object.key).toSorted();

async function pagesOf(
  of: LogStore,
  prefix: string,
  startAfter: string | null,
): Promise<(readonly LogObject[])[]> {
  const pages: (readonly LogObject[])[] = [];
  for await (const page of of.listObjects(prefix, startAfter, signal)) pages.push(page);
  return pages;
}

async function list(prefix: string, startAfter: string | null): Promise<readonly LogObject[]> {
  return (await pagesOf(store, prefix, startAfter)).flat();
}

async function walk(prefix: string): Promise<readonly string[]> {
  const { folders, objects } = await store.listFolder(prefix, signal);
  const below = await Promise.all(folders.map(walk));
  return [...objects.map((object) => object.key), ...below.flat()];
}

describe("the sample store", () => {
  test("lists all objects in key order, a thousand at a time", async () => {
    const pages = await pagesOf(store, "", null);
    expect(pages.flat().map((object) => object.key)).toEqual(keys);
    expect(pages.slice(0, -1).every((page) => page.length === 1000)).toBe(true);
  });

  test("lists below a prefix that ends anywhere, and after any key", async () => {
    const prefix = `AWSLogs/o-exampleorg/${ACCOUNTS.prod.id}/CloudTrail/eu-west-1/2026/11/1`;
    const below = keys.filter((key) => key.startsWith(prefix));
    expect(below.length).toBeGreaterThan(20);
    expect((await list(prefix, null)).map((object) => object.key)).toEqual(below);
    const half = below[Math.floor(below.length / 2)] ?? "";
    expect((await list(prefix, half)).map((object) => object.key)).toEqual(below.filter((key) => key > half));
    expect((await list("", half)).map((object) => object.key)).toEqual(keys.filter((key) => key > half));
    expect(await list("AWSLogs/none/", null)).toEqual([]);
  });

  test("has folders that lead to every object, level by level", async () => {
    expect((await store.listFolder("", signal)).folders).toEqual(["AWSLogs/"]);
    const accounts = (await store.listFolder("AWSLogs/o-exampleorg/", signal)).folders;
    expect(accounts).toEqual(
      Object.values(ACCOUNTS)
        .map(({ id }) => `AWSLogs/o-exampleorg/${id}/`)
        .toSorted(),
    );
    expect((await walk("")).toSorted()).toEqual(keys);
  });

  test("opens an object to the bytes of the trail", async () => {
    const objects = [...trail.objects()].filter((_, index) => index % 200 === 0);
    const listed = new Map((await list("", null)).map((object) => [object.key, object]));
    for (const object of objects) {
      const entry = listed.get(object.key);
      if (entry === undefined) throw new Error(`not listed: ${object.key}`);
      const bytes = await buffer(await store.open(entry, signal));
      expect(bytes.equals(compressed(object))).toBe(true);
      expect(gunzipSync(bytes).toString()).toBe(object.text());
    }
  });

  test("estimates the bytes of the whole to within a third", async () => {
    const big = sampleTrail({ seed: 3, events: 60_000, days: 10, end: trail.end });
    const objects = [...big.objects()].filter((object) => object.kind === "log");
    const real = objects.reduce((sum, object) => sum + compressed(object).length, 0);
    const pages = await pagesOf(sampleStore(big), "", null);
    const estimate = pages.flat().reduce((sum, object) => sum + object.size, 0);
    expect(estimate / real).toBeGreaterThan(0.67);
    expect(estimate / real).toBeLessThan(1.34);
  });

  test("says which object it does not have", async () => {
    const object = { key: "AWSLogs/none.json.gz", size: 1, etag: null, lastModified: null, archived: false };
    await expect(store.open(object, signal)).rejects.toThrow("AWSLogs/none.json.gz");
  });
});
