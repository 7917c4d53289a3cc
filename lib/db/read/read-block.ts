import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import * as z from "zod";
import { type Queryable, rows, sql, trustedText } from "#lib/db/sql/raw.ts";
import { monthOf } from "#lib/db/write/partitions.ts";

const unpack = promisify(gunzip);

export type StoredBlock = {
  readonly sourceId: string;
  readonly key: string;
  readonly positions: readonly number[] | null;
  /** The file as delivered, or one made of some of its records. */
  readonly bytes: Uint8Array;
};

const Row = z.object({
  id: z.coerce.bigint(),
  source_id: z.string(),
  key: z.string(),
  positions: z.array(z.int()).nullable(),
  data: z.instanceof(Uint8Array),
});

/**
 * The block that an event of this time (seconds since 1970 UTC) points to. Throws where it is not there: that is
 * damage.
 */
export async function readBlock(on: Queryable, id: bigint, time: number): Promise<StoredBlock> {
  // The partition itself: the number alone would make the planner look into every month.
  const table = trustedText(`raw_block_${monthOf(time)}`);
  const [row] = await rows(
    on,
    Row,
    sql`select id, source_id, key, positions, data from ${table} where id = ${id.toString()}::bigint`,
  );
  if (row === undefined) throw new Error(`Raw block ${id} of ${monthOf(time)} is missing`);
  return { sourceId: row.source_id, key: row.key, positions: row.positions, bytes: await unpack(row.data) };
}
