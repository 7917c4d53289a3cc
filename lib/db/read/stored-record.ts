import type { RecordReading } from "#lib/cloudtrail/indexed-record.ts";
import { readRecordText } from "#lib/cloudtrail/read-record.ts";
import { splitRecords } from "#lib/cloudtrail/split-records.ts";
import { readBlock, type StoredBlock } from "#lib/db/read/read-block.ts";
import type { Queryable } from "#lib/db/sql/raw.ts";

/** Where a record lies: its block, its place in it, and the time (seconds since 1970 UTC) of its event. */
export type RecordPlace = { readonly block: bigint; readonly ordinal: number; readonly time: number };

export type StoredRecord = {
  readonly block: StoredBlock;
  /** The record's text, token for token as it was delivered. */
  readonly text: string;
  readonly reading: RecordReading;
};

/** Cuts one record out of its block. Throws where it is not there: that is damage. */
export async function readStoredRecord(on: Queryable, place: RecordPlace): Promise<StoredRecord> {
  const block = await readBlock(on, place.block, place.time);
  const bytes = splitRecords(block.bytes).records[place.ordinal];
  if (bytes === undefined) throw new Error(`Record ${place.ordinal} of block ${place.block} is missing`);
  const text = new TextDecoder().decode(bytes);
  return { block, text, reading: readRecordText(text) };
}
