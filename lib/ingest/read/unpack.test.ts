import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { expect, it } from "vitest";
import { unpack, unpackWhole } from "#lib/ingest/read/unpack.ts";

const MIB = 1024 ** 2;

/** Gzip of so many zeros, made as it is read: a thousandth of them. */
function bomb(mib: number): Readable {
  const zeros = Buffer.alloc(MIB);
  return Readable.from(Array.from({ length: mib }, () => zeros)).pipe(createGzip());
}

it("stops unpacking at its limit, and names the object", async () => {
  const { chunks, wasGzip } = await unpack(bomb(64), "s3://logs/bomb.gz", 2 * MIB);
  expect(wasGzip).toBe(true);
  let seen = 0;
  const reading = (async () => {
    for await (const chunk of chunks) seen += chunk.length;
  })();
  await expect(reading).rejects.toMatchObject({
    code: "too-large",
    message: "s3://logs/bomb.gz holds more than 2 MiB.",
  });
  expect(seen).toBeLessThanOrEqual(2 * MIB);
});

it("leaves what unpacks to more than its limit to be read as a stream", async () => {
  const stored = Buffer.concat(await bomb(16).toArray());
  expect(stored.length).toBeLessThan(MIB / 10);
  expect(unpackWhole(stored, "bomb.gz", 4 * MIB)).toBeNull();
  expect(unpackWhole(stored, "bomb.gz", 16 * MIB)?.length).toBe(16 * MIB);
});
