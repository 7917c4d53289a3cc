import * as z from "zod";
import { readStoredRecord } from "#lib/db/read/stored-record.ts";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import { uniqueTermId } from "#lib/db/terms/unique-term.ts";
import { matchesRecord } from "#lib/search/match.ts";
import type { Condition } from "#lib/search/search.ts";

/** A value that is unique by nature stands in a handful of events; a flood is something else. */
const MOST_CANDIDATES = 500;

const Row = z.object({
  uuid: z.string(),
  time: z.coerce.number(),
  block: z.coerce.bigint(),
  ordinal: z.int(),
});

/**
 * Event ids of the events that hold this value as one of those that are unique by nature. They are found by the
 * value's hash, then each is checked against its record: two values may share a hash.
 */
export async function findUnique(
  on: Queryable,
  match: Extract<Condition, { kind: "match" }>,
): Promise<string[]> {
  if (match.test.kind !== "equals" && match.test.kind !== "contains") return [];
  const candidates = await rows(
    on,
    Row,
    sql`select event_id::text as uuid, extract(epoch from event_time)::bigint as time, block, ordinal
        from event where terms @> array[${uniqueTermId(match.test.value)}::int] limit ${MOST_CANDIDATES}`,
  );
  const confirmed: string[] = [];
  for (const candidate of candidates) {
    const { reading } = await readStoredRecord(on, candidate);
    if (reading.kind !== "indexed") continue;
    const terms = reading.record.uniqueTerms.map((term) => ({ ...term, isUnique: true }));
    if (matchesRecord(match, terms, candidate.uuid)) confirmed.push(candidate.uuid);
  }
  return confirmed;
}
