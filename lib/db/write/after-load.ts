import type pg from "pg";
import * as z from "zod";
import { foldRest } from "#lib/db/activity/fold-activity.ts";
import { execute, isTableGone, rows, sql, trustedText } from "#lib/db/sql/raw.ts";

/**
 * What a run that brought so many events leaves undone while it loads, because doing it seldom is cheaper: without it
 * all answers are right, and slow.
 */
export async function tidyAfterLoad(pool: pg.Pool, events: number): Promise<void> {
  if (events === 0) return;
  await mergeNewTerms(pool);
  // Not at the same time: rows that were folded cannot be cleaned away while an older statement runs.
  await foldRest(pool);
  await refreshStatistics(pool, events);
}

/**
 * Merges what loading left in the waiting lists of the term indexes: until then every query reads those lists from
 * end to end (PostgreSQL manual, "GIN Fast Update Technique"). Quick where there is nothing to merge.
 */
async function mergeNewTerms(pool: pg.Pool): Promise<void> {
  const merge = sql`select gin_clean_pending_list(index) from (
      select inhrelid::regclass as index from pg_inherits where inhparent = 'event_terms'::regclass
      union all select 'term_contains'::regclass
    ) of_terms`;
  try {
    await execute(pool, merge);
  } catch (error) {
    // Retention took a month away meanwhile: the next run merges what is left.
    if (!isTableGone(error)) throw error;
  }
}

/** Events after which what the planner knows of the tables beside them is out of date. */
const MANY_EVENTS = 10_000;

/**
 * Tells the planner what `events` new events have made of the tables. PostgreSQL would do so by itself, minutes
 * later. Until then it takes the new months for empty: a page about the busiest actor of a million events takes four
 * seconds instead of 0.8, and finding who is behind the events of a page twice as long.
 */
async function refreshStatistics(pool: pg.Pool, events: number): Promise<void> {
  if (events < MANY_EVENTS) return;
  await execute(pool, sql`analyze credential, credential_issue, credential_key, activity`);
  for (const name of await changedTables(pool)) {
    try {
      await execute(pool, sql`analyze ${trustedText(name)}`);
    } catch (error) {
      if (!isTableGone(error)) throw error;
    }
  }
}

/**
 * The dictionary and those months of which the planner knows nothing, or less than nine tenths. A look at each takes
 * half a second.
 */
async function changedTables(pool: pg.Pool): Promise<readonly string[]> {
  const found = await rows(
    pool,
    z.object({ name: z.string() }),
    sql`select c.relname as name from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
        where (c.oid = 'term'::regclass or c.oid in (select inhrelid from pg_inherits where inhparent = 'event'::regclass))
          and (c.reltuples < 0 or s.n_mod_since_analyze > s.n_live_tup / 10)`,
  );
  return found.map(({ name }) => name);
}
