import { setTimeout as sleep } from "node:timers/promises";
import { rebuildActivity } from "#lib/db/activity/rebuild-activity.ts";
import type { Database } from "#lib/db/database.ts";
import { buildKept, dropKept } from "#lib/db/retention/build-kept.ts";
import { alone, tablesOf } from "#lib/db/retention/locks.ts";
import { goneSources, haveBlocks, listMonths } from "#lib/db/retention/month-facts.ts";
import { type Cleared, swapMonth } from "#lib/db/retention/swap-month.ts";
import { connect } from "#lib/db/sql/raw.ts";
import { AFTER_ALL, BEFORE_ALL } from "#lib/db/write/partitions.ts";

export type ClearContext = {
  /** Milliseconds since 1970 UTC: what is old goes by this. */
  readonly now: number;
  /** The job that counts what is removed. */
  readonly jobId: string | null;
  readonly signal: AbortSignal;
};

const NOTHING: Cleared = { events: 0, bytes: 0 };
const LONGEST_PAUSE = 5_000;

/**
 * Removes from one month what no source keeps any more: the whole month where nothing stays, otherwise what stays is
 * written anew and put in its place. Either way the disk is free when it ends. Safe to call from anywhere at any time,
 * and to kill: until the one moment in which all of it happens, nothing has. Throws the signal's reason when aborted.
 */
export async function clearMonth(db: Database, month: string, context: ClearContext): Promise<Cleared> {
  const client = await connect(db.pool);
  let broken: Error | undefined;
  try {
    return await alone(client, month, async () => {
      for (let attempt = 1; ; attempt++) {
        context.signal.throwIfAborted();
        if (!(await listMonths(client)).includes(month)) return NOTHING;
        const gone = await goneSources(client, month, context.now);
        if (!(await haveBlocks(client, month, gone))) return NOTHING;
        // The two outermost are never made anew by loaders: they stay, if empty.
        const isFixed = month === BEFORE_ALL || month === AFTER_ALL;
        const kept = await buildKept(client, month, gone, isFixed);
        const cleared = await untilNotBusy(context.signal, () =>
          swapMonth(client, month, kept, { ...context, rebuild: rebuildActivity }),
        );
        if (cleared !== "changed") return cleared;
        await dropKept(client, tablesOf(month));
        await pause(attempt, context.signal);
      }
    });
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function untilNotBusy<T>(signal: AbortSignal, work: () => Promise<T | "busy">): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const done = await work();
    if (done !== "busy") return done;
    await pause(attempt, signal);
  }
}

async function pause(attempt: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.min(LONGEST_PAUSE, attempt * 200) * (0.5 + Math.random()), undefined, { signal });
}
