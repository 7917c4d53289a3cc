import type pg from "pg";
import { execute, sql } from "#lib/db/sql/raw.ts";
import { log } from "#lib/server/log.ts";

/*
 * Loaders append what they add to the roll-up. Readers add those rows up as well, so that nothing is ever wrong;
 * but they read all of them each time, and so the rows are folded into the hours, days and months now and then.
 */

const ROWS_UNTIL_FOLDED = 250_000;

/** Rows that this process has appended since it last folded. */
const appended = new WeakMap<pg.Pool, number>();

export function noteAppended(pool: pg.Pool, rows: number): void {
  // What an earlier process has left is unknown: the first to come looks.
  appended.set(pool, (appended.get(pool) ?? ROWS_UNTIL_FOLDED) + rows);
}

/** Folds where much was appended. Never throws: nothing is lost by waiting, and the next to come tries again. */
export async function foldWhenMany(pool: pg.Pool): Promise<void> {
  if ((appended.get(pool) ?? 0) >= ROWS_UNTIL_FOLDED) await tryToFold(pool, false);
}

/** Folds whatever was appended, as a run does at its end: readers are quickest then. Never throws, as above. */
export async function foldRest(pool: pg.Pool): Promise<void> {
  await tryToFold(pool, true);
}

async function tryToFold(pool: pg.Pool, shorten: boolean): Promise<void> {
  const rows = appended.get(pool) ?? 0;
  appended.set(pool, 0);
  try {
    await foldActivity(pool, shorten);
  } catch (error) {
    noteAppended(pool, rows);
    log().warn({ err: error }, "The roll-up was not folded");
  }
}

/**
 * Folds all that was appended. Where another process is at it, that one does it. `shorten`: gives the space of the
 * rows back to the disk, for which nobody may read or write for a moment; while others load, they would only have to
 * ask for it again.
 */
export async function foldActivity(pool: pg.Pool, shorten = false): Promise<void> {
  await execute(pool, sql`select fold_activity()`);
  // At once: readers go through the rows that were folded until then, and through the space that they took.
  await execute(pool, shorten ? sql`vacuum activity_delta` : sql`vacuum (truncate false) activity_delta`);
}
