import type pg from "pg";
import * as z from "zod";
import { int8Array, uuidArray } from "#lib/db/sql/binary-array.ts";
import { execute, rows, sql } from "#lib/db/sql/raw.ts";
import type { Gap } from "#lib/db/terms/dictionary.ts";
import { ActivityCells } from "#lib/db/write/add-activity.ts";
import { copyRows } from "#lib/db/write/copy-rows.ts";
import type { CopyWriter } from "#lib/db/write/copy-writer.ts";
import type { EncodedBlock, EncodedEvent } from "#lib/db/write/encode-event.ts";
import { accountIdOf, writeEventRow } from "#lib/db/write/event-row.ts";
import type { LoadTarget } from "#lib/db/write/load-target.ts";
import { noteCopies, type TakenEvent } from "#lib/db/write/note-copies.ts";
import { ensurePartitions } from "#lib/db/write/partitions.ts";
import type { LoadCounts, PreparedRefusal } from "#lib/db/write/prepared.ts";

/** Enough for a statement to pay for itself, few enough to hold in memory. */
const EVENTS_PER_FLUSH = 8_000;

type Waiting = { readonly object: number; readonly key: string; readonly block: EncodedBlock };

/** What became of a block of the object at this place, and those of its events that are new. */
export type Count = (object: number, added: LoadCounts, kept: readonly EncodedEvent[]) => void;
export type BlockLoader = {
  add(object: number, key: string, block: EncodedBlock): Promise<void>;
  flush(): Promise<void>;
};

/** Gathers blocks of several objects and writes them together; `count` hears what became of them. */
export function createBlockLoader(target: LoadTarget, client: pg.PoolClient, count: Count): BlockLoader {
  let waiting: Waiting[] = [];
  let events = 0;

  async function flush(): Promise<void> {
    const batch = waiting;
    waiting = [];
    events = 0;
    if (batch.length > 0) await writeBlocks(target, client, batch, count);
  }

  return {
    async add(object, key, block) {
      waiting.push({ object, key, block });
      events += block.events.length + block.refusals.length;
      if (events >= EVENTS_PER_FLUSH) await flush();
    },
    flush,
  };
}

async function writeBlocks(
  target: LoadTarget,
  client: pg.PoolClient,
  batch: readonly Waiting[],
  count: Count,
): Promise<void> {
  await ensurePartitions(target.pool, new Set(batch.map(({ block }) => block.month)));
  const gaps: Gap[] = [];
  const events: EncodedEvent[] = [];
  for (const { block } of batch) {
    for (const gap of block.gaps) gaps.push(gap);
    for (const event of block.events) events.push(event);
  }
  await target.dictionary.fill(gaps);
  const there = await findTaken(client, events);
  await noteCopies(client, target.source.id, there);
  const taken = new TakenIdentities();
  for (const { uuid, time, account } of there) taken.take(uuid, time, account);
  const blockIds = await nextBlockIds(client, batch.length);
  const refusals: RefusalRow[] = [];
  const written: { key: string; block: EncodedBlock; id: bigint; kept: readonly EncodedEvent[] }[] = [];
  for (const [index, { object, key, block }] of batch.entries()) {
    const kept: EncodedEvent[] = [];
    for (const event of block.events) {
      if (taken.take(event.uuid, event.time, accountIdOf(event))) kept.push(event);
    }
    const added = {
      records: block.events.length + block.refused,
      events: kept.length,
      duplicates: block.events.length - kept.length,
      refused: block.refused,
    };
    count(object, added, kept);
    if (kept.length === 0 && block.refused === 0) continue;
    const id = blockIds[index] ?? 0n;
    written.push({ key, block, id, kept });
    for (const refusal of block.refusals) refusals.push({ ...refusal, key, block: id, time: block.time });
  }
  await copyRows(client, "raw_block", (writer) => {
    for (const { key, block, id } of written) writeBlockRow(writer, id, target.source.id, key, block);
  });
  const activity = new ActivityCells();
  await copyRows(client, "event", (writer) => {
    for (const { id, kept } of written) {
      for (const event of kept) {
        writeEventRow(writer, event, id);
        activity.add(event);
      }
    }
  });
  await activity.write(target.pool, client);
  if (refusals.length > 0) await insertRefusals(client, target.source.id, refusals);
}

/** An event is itself by its id, its time and the account that received it. */
class TakenIdentities {
  // By id, one number after the other: time, account. Few ids come twice, so that no text has to be made of all three.
  readonly #places = new Map<string, number>();
  readonly #others = new Set<string>();
  readonly #facts: number[] = [];

  /** Notes that this event is taken; false where it was before. */
  take(uuid: string, time: number, account: number): boolean {
    const place = this.#places.get(uuid);
    if (place === undefined) {
      this.#places.set(uuid, this.#facts.length);
      this.#facts.push(time, account);
      return true;
    }
    if (this.#facts[place] === time && this.#facts[place + 1] === account) return false;
    const identity = identityText(uuid, time, account);
    if (this.#others.has(identity)) return false;
    this.#others.add(identity);
    return true;
  }
}

function identityText(uuid: string, time: number, account: number): string {
  return `${uuid} ${time} ${account}`;
}

const TakenRow = z.object({
  uuid: z.string(),
  time: z.coerce.number(),
  account: z.int(),
  block: z.coerce.bigint(),
});

/**
 * Those of these events that the table holds already. Each is looked up by itself: asked for as one list of ids,
 * PostgreSQL goes through all events of the batch's time where it does not know yet how many there are, a tenth of
 * all that loading costs and more.
 */
async function findTaken(client: pg.PoolClient, events: readonly EncodedEvent[]): Promise<TakenEvent[]> {
  if (events.length === 0) return [];
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { time } of events) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  const found = await rows(
    client,
    TakenRow,
    sql`select there.* from unnest(${uuidArray(events.map(({ uuid }) => uuid))}::uuid[],
            ${int8Array(events.map(({ time }) => time))}::bigint[]) as asked (uuid, time)
        cross join lateral (
          select asked.uuid::text as uuid, asked.time, account, block from event
          where event_id = asked.uuid and event_time = to_timestamp(asked.time)
            and event_time between to_timestamp(${first}) and to_timestamp(${last}) offset 0
        ) there`,
  );
  if (found.length === 0) return [];
  const asked = new Set(events.map((event) => identityText(event.uuid, event.time, accountIdOf(event))));
  return found.filter(({ uuid, time, account }) => asked.has(identityText(uuid, time, account)));
}

async function nextBlockIds(client: pg.PoolClient, amount: number): Promise<bigint[]> {
  const ids = await rows(
    client,
    z.object({ id: z.coerce.bigint() }),
    sql`select nextval('raw_block_id') as id from generate_series(1, ${amount}::int)`,
  );
  return ids.map((row) => row.id);
}

const BLOCK_FIELDS = 6;

function writeBlockRow(
  writer: CopyWriter,
  id: bigint,
  sourceId: string,
  key: string,
  block: EncodedBlock,
): void {
  writer.row(BLOCK_FIELDS);
  writer.int8(id);
  writer.time(block.time);
  writer.uuid(sourceId);
  writer.text(key);
  if (block.positions === null) writer.null();
  else writer.int4Array(block.positions);
  writer.bytes(block.data);
}

type RefusalRow = PreparedRefusal & { readonly key: string; readonly block: bigint; readonly time: number };

async function insertRefusals(
  client: pg.PoolClient,
  sourceId: string,
  refusals: readonly RefusalRow[],
): Promise<void> {
  await execute(
    client,
    sql`insert into refused_record (source_id, key, ordinal, code, message, block_id, block_time)
        select ${sourceId}::uuid, key, ordinal, code, message, block_id, to_timestamp(block_time)
        from unnest(${refusals.map((row) => row.key)}::text[], ${refusals.map((row) => row.ordinal)}::int[],
          ${refusals.map((row) => row.code)}::text[], ${refusals.map((row) => row.message)}::text[],
          ${refusals.map((row) => row.block.toString())}::bigint[], ${refusals.map((row) => row.time)}::bigint[])
          as refused (key, ordinal, code, message, block_id, block_time)
        on conflict (source_id, key, ordinal) do update
          set code = excluded.code, message = excluded.message, refused_at = now(),
              block_id = excluded.block_id, block_time = excluded.block_time`,
  );
}
