import type pg from "pg";
import type { Database } from "#lib/db/database.ts";
import { closeCursor, nextRows, openCursor, type PlacedRow } from "#lib/db/read/cursor-rows.ts";
import { type Stretch, stretchesOf } from "#lib/db/read/months.ts";
import { isImpossible } from "#lib/db/read/predicate.ts";
import { createRecordTexts, type RecordTexts } from "#lib/db/read/record-texts.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import type { Direction } from "#lib/db/read/time-order.ts";
import { type KnownChains, toEventsWithOrigins } from "#lib/db/read/with-origins.ts";
import { snapshotHolding } from "#lib/db/sql/in-snapshot.ts";
import { connect, isTableGone, toDatabaseFailure } from "#lib/db/sql/raw.ts";
import { stopLate } from "#lib/db/sql/stop-late.ts";
import type { Event } from "#lib/event/event.ts";
import type { Search } from "#lib/search/search.ts";
import { Failure } from "#lib/server/failure.ts";

/**
 * Every event of a search as one snapshot: what arrives meanwhile is not in it, what is in it is there once. Read
 * through a cursor, a page after the other and only when the page before has been taken: memory does not grow with
 * the number of events, and a slow reader slows the reading. Each event says who is behind it, as in the list.
 */

export type ExportRequest = {
  readonly search: Search;
  readonly order: "desc" | "asc";
  /** True: each event comes with its record as delivered. */
  readonly withRecords: boolean;
  /** Aborts when nobody reads any more; the database stops at once. */
  readonly signal: AbortSignal | null;
};

export type ExportedEvent = {
  readonly event: Event;
  /** The record's JSON on one line, token for token as delivered; null unless asked for. */
  readonly record: string | null;
};

const PAGE = 1_000;
/** Records are a hundred times the size of a row. */
const PAGE_WITH_RECORDS = 250;
/** Milliseconds for one page. The first one of a rare word has to find all of a month; hence more than for a list. */
const PAGE_TIME = 60_000;
/** Milliseconds that a reader may pause. The snapshot keeps the database from cleaning up, so not for ever. */
const LONGEST_PAUSE = 300_000;
/** Each holds a connection of the pool for as long as it takes; pages need some, too. */
const MOST_AT_ONCE = 3;

const running = new WeakMap<pg.Pool, number>();

/**
 * The events in pages, in order. Whoever stops reading must call `return` (a `for await` that is left does).
 * @throws Failure "too-many-exports", "query-timeout" (a page took over a minute), "cancelled"
 */
export async function* exportEvents(
  db: Database,
  request: ExportRequest,
): AsyncGenerator<readonly ExportedEvent[], void, void> {
  const leave = enter(db.pool);
  try {
    const client = await connect(db.pool);
    let isDone = false;
    try {
      yield* readSnapshot(db, client, request);
      await client.query("commit");
      isDone = true;
    } catch (error) {
      throw toDatabaseFailure(error);
    } finally {
      // A connection in the middle of a transaction is closed: that ends its cursor and its snapshot at once.
      client.release(!isDone);
    }
  } finally {
    leave();
  }
}

function enter(pool: pg.Pool): () => void {
  const others = running.get(pool) ?? 0;
  if (others >= MOST_AT_ONCE) {
    throw new Failure("too-many-exports", `${MOST_AT_ONCE} exports are running already.`, {
      remedy: "Try again when one of them has ended, or cancel one.",
    });
  }
  running.set(pool, others + 1);
  return () => running.set(pool, (running.get(pool) ?? 1) - 1);
}

async function* readSnapshot(
  db: Database,
  client: pg.PoolClient,
  { search, order, withRecords, signal }: ExportRequest,
): AsyncGenerator<readonly ExportedEvent[], void, void> {
  const direction: Direction = order === "desc" ? "newest-first" : "oldest-first";
  const texts = withRecords ? createRecordTexts() : null;
  const known: KnownChains = new Map();
  const within = <T>(work: () => Promise<T>) =>
    stopLate(client, db.pool, { timeout: PAGE_TIME, signal }, work);
  const stretches = await within(() => beginSnapshot(client, search, direction));
  const predicate = await within(() => resolveSearch(client, search.where));
  if (isImpossible(predicate)) return;
  for (const stretch of stretches) {
    await within(() => openCursor(client, predicate, stretch, direction));
    for (;;) {
      const page = await within(async () => {
        const found = await nextRows(client, withRecords ? PAGE_WITH_RECORDS : PAGE);
        return toExported(db, client, found, texts, known);
      });
      if (page.length === 0) break;
      yield page;
    }
    await closeCursor(client);
  }
}

/** Begins the snapshot with a hold on the months that it is about, and no others: it may take an hour. */
async function beginSnapshot(
  client: pg.PoolClient,
  { range }: Search,
  direction: Direction,
): Promise<readonly Stretch[]> {
  for (let attempt = 1; ; attempt++) {
    const stretches = await stretchesOf(client, range, direction);
    const tables = stretches.flatMap(({ month }) => [`event_${month}`, `raw_block_${month}`]);
    const begin = [
      "begin read only",
      `set local statement_timeout = ${PAGE_TIME}`,
      `set local idle_in_transaction_session_timeout = ${LONGEST_PAUSE}`,
      ...snapshotHolding(tables),
    ];
    try {
      await client.query(begin.join("; "));
      return stretches;
    } catch (error) {
      await client.query("rollback");
      if (attempt >= LOOKS || !isTableGone(error)) throw error;
    }
  }
}

/** A month may be removed between the look at which there are and the hold on it. */
const LOOKS = 3;

async function toExported(
  db: Database,
  client: pg.PoolClient,
  found: readonly PlacedRow[],
  texts: RecordTexts | null,
  known: KnownChains,
): Promise<readonly ExportedEvent[]> {
  const events = await toEventsWithOrigins(db.terms, client, found, known);
  if (texts === null) return events.map((event) => ({ event, record: null }));
  const records = await texts.of(client, found);
  return events.map((event, index) => ({ event, record: records[index] ?? null }));
}
