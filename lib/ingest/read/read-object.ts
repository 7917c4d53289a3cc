import type { SplitOutcome } from "#lib/cloudtrail/split-types.ts";
import type { PreparedBlock } from "#lib/db/write/prepared.ts";
import { toBlock, toWholeBlock } from "#lib/ingest/read/draft-block.ts";
import { createRecordDrafter } from "#lib/ingest/read/draft-records.ts";
import { isGzip, unpack, unpackWhole } from "#lib/ingest/read/unpack.ts";
import { Failure } from "#lib/server/failure.ts";

/**
 * From an object's bytes to blocks. A small object is read whole and kept as it came, gzip and all: nothing of it
 * can be lost, and nothing has to be compressed again. A large one is read as a stream and cut into blocks, so
 * that memory stays bounded and showing one of its events later does not mean unpacking all of it.
 */

/** Unpacking and cutting this much takes some 20 ms, the price of opening one event. */
const MAX_WHOLE_BYTES = 4 * 1024 ** 2;
/** AWS's own objects of that size hold some three thousand. */
const MAX_WHOLE_RECORDS = 10_000;
/** Of JSON, before it is compressed. */
const BLOCK_BYTES = 512 * 1024;

export type ObjectToRead = {
  /** For the sentences: `s3://bucket/key`, a path. */
  readonly name: string;
  /** Seconds since 1970 UTC. */
  readonly deliveredAt: number;
};

/**
 * The blocks of an object that is in memory as it was stored; null where it unpacks to too much, or to too many
 * records, to be read whole. Throws Failure where it is no CloudTrail object.
 */
export function readWholeObject(object: ObjectToRead, stored: Uint8Array): readonly PreparedBlock[] | null {
  const unpacked = unpackWhole(stored, object.name, MAX_WHOLE_BYTES);
  if (unpacked === null) return null;
  const drafter = createRecordDrafter(object.deliveredAt, MAX_WHOLE_RECORDS);
  drafter.push(unpacked);
  check(object, drafter.end(), isGzip(stored));
  if (drafter.isFull) return null;
  const drafts = drafter.take(0);
  const [only] = drafts;
  const isKeptWhole = isGzip(stored) && !drafter.hasGaps;
  if (only !== undefined && drafts.length === 1 && isKeptWhole) return [toWholeBlock(only, stored)];
  return drafts.map(toBlock);
}

/** The blocks of an object as it arrives. Throws Failure, possibly after some blocks, where it turns out to be none. */
export async function* readStreamedObject(
  object: ObjectToRead,
  stored: AsyncIterable<Uint8Array>,
): AsyncGenerator<PreparedBlock> {
  const drafter = createRecordDrafter(object.deliveredAt);
  const { wasGzip, chunks } = await unpack(stored, object.name);
  for await (const chunk of chunks) {
    const goesOn = drafter.push(chunk);
    for (const draft of drafter.take(BLOCK_BYTES)) yield toBlock(draft);
    if (!goesOn) break;
  }
  check(object, drafter.end(), wasGzip);
  for (const draft of drafter.take(0)) yield toBlock(draft);
}

function check(object: ObjectToRead, outcome: SplitOutcome, wasGzip: boolean): void {
  switch (outcome.kind) {
    case "ok":
      return;
    case "not-cloudtrail":
      throw new Failure("not-cloudtrail", `${object.name} is not a CloudTrail log: ${outcome.message}`);
    case "not-json":
      throw notJson(object.name, outcome.message, wasGzip);
    case "truncated":
      throw new Failure("not-json", `${object.name} is cut off: ${outcome.message}`);
  }
}

/** Where a name promises gzip, that it is none says more than at which byte it stops being JSON. */
function notJson(name: string, why: string, wasGzip: boolean): Failure {
  if (wasGzip || !/\.gz$/i.test(name)) return new Failure("not-json", `${name} is not JSON: ${why}`);
  return new Failure("not-json", `${name} ends in .gz, but is neither gzip nor JSON: ${why}`, {
    remedy: "Copy it again from where it came: it may be encrypted, or was changed on the way.",
  });
}
