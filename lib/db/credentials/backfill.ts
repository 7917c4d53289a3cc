import * as z from "zod";
import type { RecordReading } from "#lib/cloudtrail/indexed-record.ts";
import { readRecordText } from "#lib/cloudtrail/read-record.ts";
import { splitRecords } from "#lib/cloudtrail/split-records.ts";
import { CredentialFacts } from "#lib/db/credentials/add-facts.ts";
import type { Database } from "#lib/db/database.ts";
import { readBlock } from "#lib/db/read/read-block.ts";
import { execute, inTransaction, type Queryable, rows, sql } from "#lib/db/sql/raw.ts";

/** Blocks read in one transaction: some seconds of work, lost if the worker is stopped meanwhile. */
const BLOCKS_AT_ONCE = 50;

const State = z.object({ next: z.coerce.bigint(), last: z.coerce.bigint() });

/**
 * Reads the next blocks of events that were loaded before the facts of chains were kept, and keeps those facts. Gives
 * false once there is nothing left to read, or while another worker is at it. Writing facts again changes nothing, so
 * that it may be stopped at any point.
 */
export function backfillCredentials(db: Database): Promise<boolean> {
  return inTransaction(db.pool, async (client) => {
    const [state] = await rows(
      client,
      State,
      sql`select next_block as next, last_block as last from credential_backfill
          where next_block <= last_block for update skip locked`,
    );
    if (state === undefined) return false;
    const blocks = await nextBlocks(client, state);
    const facts = new CredentialFacts();
    for (const block of blocks) {
      const { bytes } = await readBlock(client, block.id, block.time);
      // A record that stands in a second block as well tells the same facts there.
      for (const record of splitRecords(bytes).records) {
        const reading = readText(new TextDecoder().decode(record));
        if (reading?.kind === "indexed") facts.add(reading.record);
      }
    }
    await facts.write(client);
    const next = blocks.length < BLOCKS_AT_ONCE ? state.last + 1n : (blocks.at(-1)?.id ?? state.last) + 1n;
    await execute(client, sql`update credential_backfill set next_block = ${next.toString()}::bigint`);
    return true;
  });
}

/** null where the bytes are no JSON: they were kept for a person to look at. */
function readText(text: string): RecordReading | null {
  try {
    return readRecordText(text);
  } catch {
    return null;
  }
}

function nextBlocks(on: Queryable, { next, last }: z.infer<typeof State>) {
  return rows(
    on,
    z.object({ id: z.coerce.bigint(), time: z.coerce.number() }),
    sql`select id, extract(epoch from block_time)::bigint as time from raw_block
        where id between ${next.toString()}::bigint and ${last.toString()}::bigint order by id limit ${BLOCKS_AT_ONCE}`,
  );
}
