import * as z from "zod";
import { percentile, timesOf } from "#bench/measure.ts";
import { ACTIVITY_FIELDS } from "#lib/db/activity/activity-fields.ts";
import { readActor } from "#lib/db/actors/read-actor.ts";
import { readBlast } from "#lib/db/blast/read-blast.ts";
import { readSession } from "#lib/db/credentials/read-session.ts";
import { answerWho } from "#lib/db/credentials/who-answer.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { readResource } from "#lib/db/resources/read-resource.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";

const ALWAYS = { from: null, to: null } as const;
const RUNS = 5;

export type SubjectFigures = { readonly name: string; readonly median: number; readonly p95: number };

/**
 * Milliseconds of the pages of actors, sessions, resources and of blast radius, for a typical subject and the
 * busiest.
 */
export async function measureSubjects(url: string): Promise<SubjectFigures[]> {
  const db = openDatabase(url);
  const figures: SubjectFigures[] = [];
  const measure = async (name: string, work: () => Promise<unknown>) => {
    const times = await timesOf(async () => void (await work()), RUNS);
    figures.push({ name, median: percentile(times, 0.5), p95: percentile(times, 0.95) });
  };
  for (const [which, share] of [
    ["typical", 0.5],
    ["busiest", 0],
  ] as const) {
    const actor = await counted(db, "actor", share);
    await measure(`actor, ${which}`, () => readActor(db, { name: actor, isRole: false, range: ALWAYS }));
    const role = await counted(db, "role", share);
    await measure(`role, ${which}`, () => readActor(db, { name: role, isRole: true, range: ALWAYS }));
    const key = await usedKey(db, share);
    await measure(`session, ${which}`, () => readSession(db, key));
    await measure(`who is behind a key, ${which}`, () => answerWho(db, key));
    await measure(`blast radius of a key, ${which}`, () =>
      readBlast(db, { kind: "key", value: key }, ALWAYS),
    );
    const resource = await named(db, share);
    await measure(`resource, ${which}`, () => readResource(db, { id: resource, type: null, account: null }));
  }
  await db.close();
  return figures;
}

const Value = z.object({ value: z.string() });

function only(found: readonly z.infer<typeof Value>[]): string {
  const [first] = found;
  if (first === undefined) throw new Error("The index has no such subject.");
  return first.value;
}

/** A value of this field, by its number of events: 0 the one with the most, 0.5 one in the middle. */
async function counted(db: Database, field: "actor" | "role", share: number): Promise<string> {
  const found = await rows(
    db.pool,
    Value,
    sql`with sums as (
          select term, sum(write_success + read_success + write_denied + read_denied + write_failed + read_failed) as events
          from activity where grain = 2 and field = ${ACTIVITY_FIELDS[field]}::smallint and term > 0 group by term
        )
        select t.value from sums join term t on t.id = sums.term order by events desc, t.id
        offset (select floor(count(*) * ${share}::float8) from sums) limit 1`,
  );
  return only(found);
}

/** A key of those that were used the longest, or as long as most. */
async function usedKey(db: Database, share: number): Promise<string> {
  const found = await rows(
    db.pool,
    Value,
    sql`select k.key as value from credential c join credential_key k on k.credential = c.id
        order by c.last_seen - c.first_seen desc, k.key
        offset (select floor(count(*) * ${share}::float8) from credential_key) limit 1`,
  );
  return only(found);
}

/** A resource by its number of events in the newest month. */
async function named(db: Database, share: number): Promise<string> {
  const found = await rows(
    db.pool,
    Value,
    sql`with named as (
          select resources[1] as term, count(*) as events from event tablesample system (5)
          where cardinality(resources) > 0 group by 1
        )
        select t.value from named join term t on t.id = named.term order by events desc, t.id
        offset (select floor(count(*) * ${share}::float8) from named) limit 1`,
  );
  return only(found);
}
