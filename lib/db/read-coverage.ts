import * as z from "zod";
import { ACTIVITY_FIELDS, type ActivityField } from "#lib/db/activity/activity-fields.ts";
import { GRAINS } from "#lib/db/activity/cut-range.ts";
import { counted } from "#lib/db/activity/sum-activity.ts";
import type { Database } from "#lib/db/database.ts";
import { firstDayOf, lastDayOf } from "#lib/db/ledger/days-of-range.ts";
import { inReadTransaction, type Queryable, rows, type Sql, sql } from "#lib/db/sql/raw.ts";
import type { Coverage } from "#lib/search/coverage.ts";
import type { TimeRange } from "#lib/search/search.ts";

const TIME_LIMIT = 5_000;

const Loaded = z.object({
  events: z.coerce.number(),
  objects: z.coerce.number(),
  removed: z.coerce.number(),
});
const Now = z.object({
  sources: z.coerce.number(),
  syncing: z.boolean(),
  accounts: z.coerce.number(),
  regions: z.coerce.number(),
  oldest: z.date().nullable(),
  newest: z.date().nullable(),
});

/**
 * The time of the newest event that is not dated in the future, but for a day for clocks that go wrong. Where all is
 * of the future, the clock is here that goes wrong.
 */
export const NEWEST_EVENT_TIME = sql`coalesce(
  (select max(event_time) from event where event_time < now() + interval '1 day'),
  (select max(event_time) from event))`;

/** The state of what was loaded, with the number of log objects that tell of this time. */
export async function readCoverage(db: Database, range: TimeRange): Promise<Coverage> {
  return inReadTransaction(db.pool, TIME_LIMIT, async (client) => {
    const [loaded] = await rows(client, Loaded, loadedWithin(range));
    const [now] = await rows(
      client,
      Now,
      sql`select (select count(*) from source) as sources,
            exists (select 1 from job where kind = 'sync' and state in ('queued', 'running')) as syncing,
            (select count(*) from (${termsOf("account")}) a) as accounts,
            (select count(*) from (${termsOf("region")}) a) as regions,
            (select min(event_time) from event) as oldest, ${NEWEST_EVENT_TIME} as newest`,
    );
    return {
      sources: now?.sources ?? 0,
      syncing: now?.syncing ?? false,
      totalEvents: loaded?.events ?? 0,
      oldestEventTime: now?.oldest?.toISOString() ?? null,
      newestEventTime: now?.newest?.toISOString() ?? null,
      accounts: now?.accounts ?? 0,
      regions: now?.regions ?? 0,
      objectsInRange: loaded?.objects ?? 0,
      removedInRange: loaded?.removed ?? 0,
    };
  });
}

function loadedWithin(range: TimeRange): Sql {
  const isInRange = sql`day between ${firstDayOf(range)}::date and ${lastDayOf(range)}::date`;
  return sql`select coalesce(sum(events), 0) as events,
      coalesce(sum(objects) filter (where ${isInRange} and (removed = 0 or events > 0)), 0) as objects,
      coalesce(sum(removed) filter (where ${isInRange}), 0) as removed
    from coverage`;
}

/**
 * The words that events have in a field, by the months of the roll-up and what it was given since; what was removed is
 * taken off there, too.
 */
function termsOf(name: ActivityField): Sql {
  const field = sql`a.field = ${ACTIVITY_FIELDS[name]}::smallint and a.term <> 0`;
  const n = counted([0, 1, 2, 3, 4, 5]);
  return sql`select term from (
      select a.term, ${n} as n from activity a where a.grain = ${GRAINS.month}::smallint and ${field}
      union all select a.term, ${n} as n from activity_delta a where ${field}
    ) c group by term having sum(n) > 0`;
}

/** The time of the newest event, ISO 8601 UTC; null where there is none. */
export async function readNewestEventTime(on: Queryable): Promise<string | null> {
  const [row] = await rows(
    on,
    z.object({ newest: z.date().nullable() }),
    sql`select ${NEWEST_EVENT_TIME} as newest`,
  );
  return row?.newest?.toISOString() ?? null;
}
