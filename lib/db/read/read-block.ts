import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import * as z from "zod";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import { monthBounds, monthOf } from "#lib/db/write/partitions.ts";

const unpack = promisify(gunzip);

export type StoredBlock = {
  readonly sourceId: string;
  readonly key: string;
  readonly positions: readonly number[] | null;
  /** The file, or the array of its records, as delivered. */
  readonly bytes: Uint8Array;
};

const Row = z.object({
  id: z.coerce.bigint(),
  source_id: z.string(),
  key: z.string(),
  positions: z.array(z.int()).nullable(),
  data: z.instanceof(Uint8Array),
});

/** The block that an event of this time (seconds since 1970 UTC) points to. Throws where it is not there: that is damage. */
export async function readBlock(on: Queryable, id: bigint, time: number): Promise<StoredBlock> {
  const month = monthOf(time);
  // The bounds let the planner open one partition only.
  const within =
    month === "elsewhen"
      ? sql`(block_time < ${FIRST_MONTH} or block_time >= ${AFTER_LAST_MONTH})`
      : sql`block_time >= ${monthBounds(month).from}::timestamptz and block_time < ${monthBounds(month).to}::timestamptz`;
  const [row] = await rows(
    on,
    Row,
    sql`select id, source_id, key, positions, data from raw_block where id = ${id.toString()}::bigint and ${within}`,
  );
  if (row === undefined) throw new Error(`Raw block ${id} of ${month} is missing`);
  return { sourceId: row.source_id, key: row.key, positions: row.positions, bytes: await unpack(row.data) };
}

const FIRST_MONTH = sql`'2013-01-01Z'::timestamptz`;
const AFTER_LAST_MONTH = sql`'2100-01-01Z'::timestamptz`;
