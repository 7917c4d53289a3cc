import type pg from "pg";
import { trustedText } from "#lib/db/sql/raw.ts";

/**
 * Who loads and who forgets. Every transaction that loads holds the first lock together with all other loaders;
 * whoever takes a month out of the index holds it alone for that moment, so that no event is written into a table
 * that is about to go. Readers take neither: they meet PostgreSQL's own locks only.
 */
const LOADING = 7_270_736_902;

/** For the caller's transaction: nobody takes a month away meanwhile. */
export async function holdMonths(client: pg.PoolClient): Promise<void> {
  await client.query("select pg_advisory_xact_lock_shared($1)", [LOADING]);
}

/** For the caller's transaction: nobody loads meanwhile. Waits for those who do, as long as lock_timeout allows. */
export async function stopLoading(client: pg.PoolClient): Promise<void> {
  await client.query("select pg_advisory_xact_lock($1)", [LOADING]);
}

/** Runs `work` while nobody else forgets in the same month; the lock lives as long as the client's connection. */
export async function alone<T>(client: pg.PoolClient, month: string, work: () => Promise<T>): Promise<T> {
  const name = `waymark month ${month}`;
  await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
  try {
    return await work();
  } finally {
    // On a connection that broke, the lock went with it.
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]).catch(() => {});
  }
}

/** The tables of a month, and those in which what stays of it is gathered. */
export type MonthTables = ReturnType<typeof tablesOf>;

export function tablesOf(month: string) {
  if (!/^(\d{4}_\d{2}|before_2013|after_2099)$/.test(month)) throw new Error(`${month} names no month`);
  return {
    event: trustedText(`event_${month}`),
    block: trustedText(`raw_block_${month}`),
    keptEvent: trustedText(`kept_event_${month}`),
    keptBlock: trustedText(`kept_raw_block_${month}`),
  };
}
