import type pg from "pg";
import { inTransaction } from "#lib/db/sql/raw.ts";

/**
 * Both big tables are split by calendar month, UTC. Months are made as they are needed, old ones too. Times outside
 * these years go to two partitions of their own, so that forged times cannot make thousands.
 */
const FIRST_YEAR = 2013; // CloudTrail was announced on 13 November 2013
const LAST_YEAR = 2099;
export const BEFORE_ALL = "before_2013";
export const AFTER_ALL = "after_2099";
/** Any number will do, as long as all Waymark processes use the same. */
const PARTITION_LOCK = 7_270_736_901;

const made = new WeakMap<pg.Pool, Set<string>>();

/** The name of the partition of a time in seconds since 1970 UTC: `2026_11`, BEFORE_ALL or AFTER_ALL. */
export function monthOf(seconds: number): string {
  const day = Math.floor(seconds / DAY);
  // Events come by the day: what was found for the last one is good for most.
  if (day !== lastDay) {
    lastMonth = monthAt(seconds);
    lastDay = day;
  }
  return lastMonth;
}

const DAY = 86_400;
let lastDay = Number.NaN;
let lastMonth = "";

function monthAt(seconds: number): string {
  const date = new Date(seconds * 1000);
  const year = date.getUTCFullYear();
  if (year >= FIRST_YEAR && year <= LAST_YEAR) {
    return `${year}_${String(date.getUTCMonth() + 1).padStart(2, "0")}`;
  }
  return seconds < 0 || year < FIRST_YEAR ? BEFORE_ALL : AFTER_ALL;
}

/** The times [from, to) of a partition named by monthOf, milliseconds since 1970 UTC; null: without that bound. */
export function monthBounds(month: string): { readonly from: number | null; readonly to: number | null } {
  if (month === BEFORE_ALL) return { from: null, to: Date.UTC(FIRST_YEAR, 0, 1) };
  if (month === AFTER_ALL) return { from: Date.UTC(LAST_YEAR + 1, 0, 1), to: null };
  const year = Number(month.slice(0, 4));
  const index = Number(month.slice(5)) - 1;
  return { from: Date.UTC(year, index, 1), to: Date.UTC(year, index + 1, 1) };
}

/** Makes the partitions of these months where they are missing. Safe to call from many processes at once. */
export async function ensurePartitions(pool: pg.Pool, months: Iterable<string>): Promise<void> {
  const known = made.get(pool) ?? new Set<string>([BEFORE_ALL, AFTER_ALL]);
  made.set(pool, known);
  const missing = [...months].filter((month) => !known.has(month)).sort();
  for (const month of missing) {
    await inTransaction(pool, (client) => makeMonth(client, month));
    known.add(month);
  }
}

/** Looks anew which months there are: retention removes some. */
export function forgetPartitions(pool: pg.Pool): void {
  made.delete(pool);
}

// Created apart and then attached: CREATE … PARTITION OF would lock out every reader of the table meanwhile.
async function makeMonth(client: pg.PoolClient, month: string): Promise<void> {
  await client.query("select pg_advisory_xact_lock($1)", [PARTITION_LOCK]);
  const [from, to] = [boundOf(monthBounds(month).from), boundOf(monthBounds(month).to)];
  for (const [table, column] of [
    ["event", "event_time"],
    ["raw_block", "block_time"],
  ] as const) {
    const name = `${table}_${month}`;
    const { rows } = await client.query("select to_regclass($1) is not null as there", [name]);
    if (rows[0]?.there === true) continue;
    await client.query(`
      create table ${name} (like ${table} including defaults including storage,
        check (${column} >= '${from}' and ${column} < '${to}' and ${column} is not null));
      alter table ${table} attach partition ${name} for values from ('${from}') to ('${to}')`);
  }
}

function boundOf(milliseconds: number | null): string {
  if (milliseconds === null) throw new Error("Only months are made as they are needed");
  return new Date(milliseconds).toISOString();
}
