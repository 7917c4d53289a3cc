import type pg from "pg";
import { execute, isTableGone, sql } from "#lib/db/sql/raw.ts";

/**
 * Merges what loading left in the waiting lists of the term indexes: until then every query reads those lists from
 * end to end (PostgreSQL manual, "GIN Fast Update Technique"). Quick where there is nothing to merge.
 */
export async function mergeNewTerms(pool: pg.Pool): Promise<void> {
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
