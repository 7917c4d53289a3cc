import * as z from "zod";
import { cutText } from "#lib/base/cut-text.ts";
import { readRecordText } from "#lib/cloudtrail/read-record.ts";
import { createRecordTexts } from "#lib/db/read/record-texts.ts";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import { uniqueTermId } from "#lib/db/terms/unique-term.ts";
import { matchesRecord } from "#lib/search/match.ts";
import type { Condition } from "#lib/search/search.ts";
import { Failure } from "#lib/server/failure.ts";

/**
 * A value that is unique by nature stands in a handful of events, or in some thousands: a multipart upload to S3 has
 * up to 10,000 parts, each an event with the same uploadId. Each is checked against its record, so there is an end.
 */
const MOST_CANDIDATES = 20_000;
const CHECKED_AT_ONCE = 500;

const Row = z.object({
  uuid: z.string(),
  time: z.coerce.number(),
  block: z.coerce.bigint(),
  ordinal: z.int(),
});
type Candidate = z.infer<typeof Row>;

type Match = Extract<Condition, { kind: "match" }>;

/**
 * Event ids of all events that hold this value as one of those that are unique by nature. They are found by the
 * value's hash, then each is checked against its record: two values may share a hash. `most`: events to check at most.
 * @throws Failure("bad-query") where there are more: an answer that leaves some out would be wrong
 */
export async function findUnique(on: Queryable, match: Match, most = MOST_CANDIDATES): Promise<string[]> {
  if (match.test.kind !== "equals" && match.test.kind !== "contains") return [];
  const candidates = await rows(
    on,
    Row,
    sql`select event_id::text as uuid, extract(epoch from event_time)::bigint as time, block, ordinal
        from event where terms @> array[${uniqueTermId(match.test.value)}::int] limit ${most + 1}`,
  );
  if (candidates.length > most) throw tooMany(match.test.value, most);
  // Those of one block together: it is unpacked once.
  candidates.sort((a, b) => (a.block === b.block ? a.ordinal - b.ordinal : a.block < b.block ? -1 : 1));
  const texts = createRecordTexts();
  const confirmed: string[] = [];
  for (let at = 0; at < candidates.length; at += CHECKED_AT_ONCE) {
    const some = candidates.slice(at, at + CHECKED_AT_ONCE);
    const records = await texts.of(on, some);
    confirmed.push(
      ...some.filter((one, index) => holds(match, one, records[index] ?? "")).map(({ uuid }) => uuid),
    );
  }
  return confirmed;
}

function holds(match: Match, { uuid }: Candidate, text: string): boolean {
  const reading = readRecordText(text);
  if (reading.kind !== "indexed") return false;
  const terms = reading.record.uniqueTerms.map((term) => ({ ...term, isUnique: true }));
  return matchesRecord(match, terms, uuid);
}

function tooMany(value: string, most: number): Failure {
  return new Failure(
    "bad-query",
    `More than ${most.toLocaleString("en")} events hold “${cutText(value, 60)}” where values are unique by nature: too many to check each.`,
    { remedy: "Ask for another value of these events." },
  );
}
