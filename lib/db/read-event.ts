import * as z from "zod";
import { isUuid } from "#lib/base/uuid.ts";
import { markGoneInChains } from "#lib/db/credentials/mark-gone.ts";
import { resolveChains } from "#lib/db/credentials/resolve-chain.ts";
import type { Database } from "#lib/db/database.ts";
import { readStoredRecord } from "#lib/db/read/stored-record.ts";
import { withOrigin } from "#lib/db/read/with-origins.ts";
import { inReadTransaction, type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import type { Chain } from "#lib/event/chain.ts";
import type { Event } from "#lib/event/event.ts";
import { severitiesOf } from "#lib/event/severity.ts";

export type EventDetail = {
  readonly event: Event;
  /** Who is behind it, link by link; null where nothing that is loaded tells. */
  readonly chain: Chain | null;
  /** The record's JSON, token for token as it was delivered. */
  readonly record: string;
  /** The log object that delivered it first, and the record's place in it, from 0. */
  readonly object: { readonly source: string; readonly key: string; readonly ordinal: number };
};

const TIME_LIMIT = 10_000;

const Row = z.object({
  uuid: z.string(),
  time: z.coerce.number(),
  block: z.coerce.bigint(),
  ordinal: z.int(),
});

/**
 * The events with this id: none, one, or in rare cases several (AWS gives an event of two accounts one id where
 * logs were rewritten on the way). Newest first.
 */
export async function readEvent(db: Database, eventId: string): Promise<EventDetail[]> {
  if (!isUuid(eventId)) return [];
  return inReadTransaction(db.pool, TIME_LIMIT, async (client) => {
    const found = await rows(
      client,
      Row,
      sql`select event_id::text as uuid, extract(epoch from event_time)::bigint as time, block, ordinal
          from event where event_id = ${eventId}::uuid order by event_time desc, account limit 20`,
    );
    const details: EventDetail[] = [];
    for (const row of found) details.push(await toDetail(client, row));
    return details;
  });
}

async function toDetail(client: Queryable, row: z.infer<typeof Row>): Promise<EventDetail> {
  const { block, text, reading } = await readStoredRecord(client, row);
  if (reading.kind !== "indexed") {
    throw new Error(`Record ${row.ordinal} of ${block.key} was an event once: ${reading.refusal.message}`);
  }
  const [source] = await rows(
    client,
    z.object({ name: z.string() }),
    sql`select name from source where id = ${block.sourceId}::uuid`,
  );
  const [chain] = await markGoneInChains(client, await resolveChains(client, [reading.record.party]));
  const origin = source?.name ?? "a source that was removed";
  const { event, terms } = reading.record;
  const severities = severitiesOf(event, (path, value) =>
    terms.some((term) => term.path === path && term.value === value),
  );
  return {
    event: withOrigin({ ...event, severities, eventId: row.uuid, origin }, chain),
    chain: chain ?? null,
    record: text,
    object: { source: origin, key: block.key, ordinal: block.positions?.[row.ordinal] ?? row.ordinal },
  };
}
