import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { type Job, toJob } from "#lib/db/jobs/job.ts";
import { type Source, toSource } from "#lib/db/sources/source.ts";
import { rows, type Sql, sql } from "#lib/db/sql/raw.ts";

/** What a source has brought so far. */
export type SourceFigures = {
  readonly accounts: number;
  readonly regions: number;
  /** First and last day that was loaded, `YYYY-MM-DD`; null where there is none. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly daysOf: DaysOf;
  /** When the newest loaded object was delivered. */
  readonly lastObjectAt: Date | null;
  readonly objectsSkipped: number;
  readonly objectsFailed: number;
  readonly events: number;
  /** False where no run ever came as far as an object, or to its end: nothing is known then, and 0 means nothing. */
  readonly wasListed: boolean;
  /** These five as the runs counted them: an object that was replaced and loaded again counts twice. */
  readonly objectsLoaded: number;
  readonly records: number;
  readonly duplicates: number;
  readonly refused: number;
  /** As stored, compressed. */
  readonly bytes: number;
  /** Events that were loaded once and have been removed since. */
  readonly removedEvents: number;
};

/**
 * What the days of a source are: those of `delivery`, as keys name them; those of the `events`, where LookupEvents was
 * asked or the names of files tell none; or `both`, where there are files of either kind.
 */
export type DaysOf = "delivery" | "events" | "both";

export type ListedSource = {
  readonly source: Source;
  readonly nextSyncAt: Date | null;
  readonly figures: SourceFigures;
  /** The newest that loads. */
  readonly job: Job | null;
  /** The one that removes and waits or works; null where there is none. */
  readonly upkeep: Job | null;
};

const Figures = z.object({
  id: z.string(),
  accounts: z.coerce.number(),
  regions: z.coerce.number(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  daysOf: z.enum(["delivery", "events", "both"]),
  lastObjectAt: z.date().nullable(),
  objectsLoaded: z.coerce.number(),
  objectsSkipped: z.coerce.number(),
  objectsFailed: z.coerce.number(),
  events: z.coerce.number(),
  records: z.coerce.number(),
  duplicates: z.coerce.number(),
  refused: z.coerce.number(),
  bytes: z.coerce.number(),
  removedEvents: z.coerce.number(),
  wasListed: z.boolean(),
});

/** All sources, by name, or the one with this id. */
export async function listSources(db: Database, sourceId: string | null = null): Promise<ListedSource[]> {
  const [sources, figures, upkeep] = await Promise.all([
    db.prisma.source.findMany({
      where: sourceId === null ? {} : { id: sourceId },
      orderBy: { name: "asc" },
      include: {
        jobs: { where: { kind: "sync" }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1 },
      },
    }),
    rows(db.pool, Figures, figuresOf(sourceId)),
    db.prisma.job.findMany({
      where: { kind: { not: "sync" }, state: { in: ["queued", "running"] }, ...(sourceId && { sourceId }) },
      orderBy: { createdAt: "asc" },
    }),
  ]);
  const removing = new Map(upkeep.map((row) => [row.sourceId, toJob(row)]));
  const byId = new Map(figures.map(({ id, ...rest }) => [id, rest]));
  return sources.flatMap((row) => {
    const found = byId.get(row.id);
    const [job] = row.jobs;
    if (found === undefined) return [];
    return [
      {
        source: toSource(row),
        nextSyncAt: row.nextSyncAt,
        figures: found,
        job: job ? toJob(job) : null,
        upkeep: removing.get(row.id) ?? null,
      },
    ];
  });
}

/**
 * The ledger has a row for every object, which may be tens of millions: nothing here reads it whole. Coverage has a
 * row a day; what is not loaded has an index of its own; in a stream of dated keys the last key is the newest object.
 */
function figuresOf(sourceId: string | null): Sql {
  return sql`select s.id, accounts, regions, first_day::text as "firstDay", last_day::text as "lastDay", ${DAYS} as "daysOf",
      ${NEWEST_OBJECT} as "lastObjectAt", runs.objects as "objectsLoaded", skipped as "objectsSkipped",
      failed as "objectsFailed", coalesce(loaded.events, 0) as events, coalesce(loaded.removed, 0) as "removedEvents", records, duplicates, refused, bytes,
      listed as "wasListed"
    from source s
    cross join lateral (
      select count(distinct account) filter (where account <> '') as accounts,
        count(distinct region) filter (where region <> '') as regions,
        min(day) filter (where events > 0 or removed = 0) as first_day,
        max(day) filter (where events > 0 or removed = 0) as last_day,
        count(*) filter (where account <> '' or region <> '') as named, count(*) as days,
        sum(events) as events, sum(removed) as removed
      from coverage where source_id = s.id) loaded
    cross join lateral (
      select count(*) filter (where state = 'skipped') as skipped, count(*) filter (where state = 'failed') as failed
      from log_object where source_id = s.id and state <> 'loaded') unloaded
    cross join lateral (
      select coalesce(sum(objects_loaded), 0) as objects, coalesce(sum(records), 0) as records,
        coalesce(sum(duplicates), 0) as duplicates, coalesce(sum(refused), 0) as refused,
        coalesce(sum(bytes), 0) as bytes,
        coalesce(bool_or(kind = 'sync' and (state = 'done' or objects_seen > 0)), false) as listed
      from job where source_id = s.id) runs
    where ${sourceId}::uuid is null or s.id = ${sourceId}::uuid`;
}

const DAYS = sql`case
  when days > 0 and (s.kind = 'lookup' or named = 0) then 'events'
  when named < days then 'both' else 'delivery' end`;

const HIGHEST_CHARACTER = "\u{10ffff}";

const NEWEST_OBJECT = sql`case when s.kind <> 'files' and exists (select 1 from log_stream where source_id = s.id)
  then (
    select max(last_modified) from log_stream stream
    cross join lateral (
      select last_modified from log_object
      where source_id = s.id and state = 'loaded' and key > stream.prefix
        and key < stream.prefix || ${HIGHEST_CHARACTER}
      order by key desc limit 1) newest
    where stream.source_id = s.id)
  else (select max(last_modified) from log_object where source_id = s.id and state = 'loaded') end`;
