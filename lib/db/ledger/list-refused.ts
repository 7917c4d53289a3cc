import * as z from "zod";
import { splitRecords } from "#lib/cloudtrail/split-records.ts";
import type { Database } from "#lib/db/database.ts";
import { readBlock } from "#lib/db/read/read-block.ts";
import { inReadTransaction, type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import { foldCase } from "#lib/search/fold-case.ts";

/** A record that could not become an event. */
export type RefusedRecord = {
  /** Of the log object that holds it. */
  readonly key: string;
  /** Its place in that object, from 0. */
  readonly ordinal: number;
  readonly code: string;
  readonly message: string;
  /** The beginning of the record as it was delivered; null where it was too large or nested too deep to be kept. */
  readonly record: string | null;
};

export type RefusedPage = {
  readonly records: readonly RefusedRecord[];
  /** The place after which the next page begins; null at the end. */
  readonly next: { readonly key: string; readonly ordinal: number } | null;
};

export type RefusedQuery = {
  readonly sourceId: string;
  readonly after?: { readonly key: string; readonly ordinal: number };
  readonly limit: number;
  /** Only those whose record, reason or key holds this, in whatever case. */
  readonly text?: string;
};

const MOST_CHARACTERS = 10_000;
/** Looked through for one page of those that hold a text; the next page goes on from there. */
const MOST_LOOKED_AT = 5_000;
const ROWS_AT_ONCE = 500;
/** Milliseconds. */
const TIMEOUT = 10_000;

const Row = z.object({
  key: z.string(),
  ordinal: z.int(),
  code: z.string(),
  message: z.string(),
  block: z.coerce.bigint(),
  time: z.coerce.number(),
});
type Row = z.infer<typeof Row>;

/** Refused records of a source, by key and place, after `after`. */
export function listRefused(db: Database, query: RefusedQuery): Promise<RefusedPage> {
  return inReadTransaction(db.pool, TIMEOUT, (client) => readPage(client, query));
}

async function readPage(on: Queryable, { sourceId, after, limit, text }: RefusedQuery): Promise<RefusedPage> {
  const wanted = text === undefined || text === "" ? null : foldCase(text);
  const blocks = createBlocks(on);
  const records: RefusedRecord[] = [];
  let last = after ?? null;
  for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT; lookedAt += ROWS_AT_ONCE) {
    const found = await readRows(on, sourceId, last, ROWS_AT_ONCE);
    for (const row of found) {
      // One more than fits: there is a next page.
      if (records.length === limit) return { records, next: last };
      const { key, ordinal, code, message } = row;
      last = { key, ordinal };
      const record = await blocks.textOf(row);
      const isWanted =
        wanted === null || [record ?? "", message, key].some((one) => foldCase(one).includes(wanted));
      if (isWanted)
        records.push({ key, ordinal, code, message, record: record?.slice(0, MOST_CHARACTERS) ?? null });
    }
    if (found.length < ROWS_AT_ONCE) return { records, next: null };
  }
  return { records, next: last };
}

function readRows(
  on: Queryable,
  sourceId: string,
  after: RefusedQuery["after"] | null,
  limit: number,
): Promise<Row[]> {
  return rows(
    on,
    Row,
    sql`select key, ordinal, code, message, block_id as block, extract(epoch from block_time) as time
        from refused_record
        where source_id = ${sourceId}::uuid and (key, ordinal) > (${after?.key ?? ""} collate "C", ${after?.ordinal ?? -1}::int)
        order by key, ordinal limit ${limit}`,
  );
}

/** The texts of refused records. Those that follow each other mostly lie in one block. */
function createBlocks(on: Queryable) {
  let opened: { readonly id: bigint; readonly textAt: (ordinal: number) => string | null } | null = null;

  async function open({ block, time }: Row) {
    const { positions, bytes } = await readBlock(on, block, time);
    const { records } = splitRecords(bytes);
    const places = positions === null ? null : new Map(positions.map((position, index) => [position, index]));
    return {
      id: block,
      textAt(ordinal: number) {
        const index = places === null ? ordinal : places.get(ordinal);
        const record = index === undefined ? undefined : records[index];
        return record === undefined ? null : new TextDecoder().decode(record);
      },
    };
  }

  return {
    async textOf(row: Row): Promise<string | null> {
      if (opened?.id !== row.block) opened = await open(row);
      return opened.textAt(row.ordinal);
    },
  };
}
