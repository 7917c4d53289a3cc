import * as z from "zod";
import { countEvents } from "#lib/db/count-events.ts";
import type { Database } from "#lib/db/database.ts";
import { firstDayOf, lastDayOf } from "#lib/db/ledger/days-of-range.ts";
import { MINUTE_OF_KEY } from "#lib/db/ledger/minute-of-key.ts";
import { inReadTransaction, join, type Queryable, rows, type Sql, sql } from "#lib/db/sql/raw.ts";
import { inPlaces, type NamedPlaces, namedPlaces } from "#lib/search/named-places.ts";
import type { Search, TimeRange } from "#lib/search/search.ts";
import { isFailure } from "#lib/server/failure.ts";

/** Whether anything was loaded of the accounts and regions that a search names, in its time. */
export type PlaceCoverage = NamedPlaces & { readonly isLoaded: boolean };

const TIME_LIMIT = 5_000;
/**
 * CloudTrail delivers within minutes, and seldom later: an object of this age still tells of the time before a span.
 */
const LATE = 30 * 60_000;
/** Log objects' names carry the minute of delivery; a span must be this long for their absence to say anything. */
const LEAST_SPAN = 2 * LATE;

/**
 * For a search that found nothing: null where it names no account and no region. Days are those of the coverage;
 * within them the minutes that the log objects' names carry decide, as half a day may be missing. Objects that do
 * not name their account or region may be about any. That is not asked of every search: it reads the ledger.
 */
export async function readPlaceCoverage(db: Database, search: Search): Promise<PlaceCoverage | null> {
  const places = namedPlaces(search.where);
  if (places === null) return null;
  const isDelivered = await inReadTransaction(db.pool, TIME_LIMIT, (client) =>
    wasDelivered(client, places, search.range),
  ).catch((error: unknown) => {
    // A ledger too large to be read in time: nothing is claimed to be missing.
    if (isFailure(error, "query-timeout")) return true;
    throw error;
  });
  if (isDelivered) return { ...places, isLoaded: true };
  // An object may hold events of another account or region than its name says.
  const { count } = await countEvents(db, { where: inPlaces(places), range: search.range });
  return { ...places, isLoaded: count > 0 };
}

async function wasDelivered(client: Queryable, places: NamedPlaces, range: TimeRange): Promise<boolean> {
  const inTime = sql`between ${firstDayOf(range)}::date and ${lastDayOf(range)}::date`;
  const [days] = await rows(
    client,
    z.object({ any: z.boolean(), unnamed: z.boolean() }),
    sql`select count(*) > 0 as any, coalesce(bool_or(account = '' or region = ''), false) as unnamed
        from coverage where ${isOfPlaces(places)} and day ${inTime}`,
  );
  if (days === undefined || !days.any) return false;
  const { from, to } = range;
  if (days.unnamed || from === null || to === null || to - from < LEAST_SPAN) return true;
  const found = await rows(
    client,
    z.object({}),
    sql`select from log_object where ${isOfPlaces(places)} and log_date ${inTime} and (state = 'loaded' or records > 0)
        and coalesce(substring(key from ${MINUTE_OF_KEY}::text) between ${minuteOf(from + LATE)} and ${minuteOf(to)}, true)
        limit 1`,
  );
  return found.length > 0;
}

/** As log objects' names write it: `20261112T1430`. */
function minuteOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16).replaceAll(/[-:]/g, "");
}

function isOfPlaces({ accounts, regions }: NamedPlaces): Sql {
  const tests = [
    ...(accounts === null ? [] : [sql`coalesce(lower(account), '') in ('', ${join(accounts)})`]),
    ...(regions === null ? [] : [sql`coalesce(lower(region), '') in ('', ${join(regions)})`]),
  ];
  return join(tests, " and ");
}
