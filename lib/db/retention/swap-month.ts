import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import * as z from "zod";
import type { Kept } from "#lib/db/retention/build-kept.ts";
import { countOut } from "#lib/db/retention/count-out.ts";
import { stopLoading, tablesOf } from "#lib/db/retention/locks.ts";
import { countHoldingCopies, goneSources } from "#lib/db/retention/month-facts.ts";
import { execute, rows, sql, trustedText } from "#lib/db/sql/raw.ts";
import { monthBounds } from "#lib/db/write/partitions.ts";

export type Cleared = { readonly events: number; readonly bytes: number };

/** `changed`: something happened since `kept` was made; make it anew. `busy`: somebody reads or loads; try again. */
export type Swap = Cleared | "changed" | "busy";

/** Milliseconds to wait for those who load; nobody else begins to load meanwhile. */
const LOADERS_MS = 2_000;
/** Milliseconds to wait for those who read; nobody else begins to read meanwhile, so it is short, and tried again. */
const READERS_MS = 250;
const READER_TRIES = 8;

/**
 * Puts what stays in the place of the month, or drops the month where nothing does, and takes it out of all counts:
 * one transaction. Loaders stand still for as long as that takes, readers for a moment at its end.
 */
export async function swapMonth(
  client: pg.PoolClient,
  month: string,
  kept: Kept,
  context: { readonly now: number; readonly jobId: string | null; readonly rebuild: Rebuild },
): Promise<Swap> {
  await client.query("begin");
  try {
    await client.query(`set local lock_timeout = ${LOADERS_MS}`);
    await stopLoading(client);
    if (!(await isStillSo(client, month, kept, context.now))) return await giveUp(client, "changed");
    const bytesBefore = await sizeOf(client, month);
    const events = await countOut(client, month, kept.gone, kept.hasTables);
    // Before readers have to wait: what stays is in its own table by now, and nobody loads.
    await context.rebuild(client, month, kept.hasTables ? `kept_event_${month}` : null);
    if (!(await replace(client, month, kept.hasTables))) return await giveUp(client, "busy");
    const bytes = Math.max(0, bytesBefore - (await sizeOf(client, month)));
    await execute(
      client,
      sql`update job set events_removed = events_removed + ${events}::bigint, bytes_freed = bytes_freed + ${bytes}::bigint,
            updated_at = now() where id = ${context.jobId}::uuid`,
    );
    await client.query("commit");
    return { events, bytes };
  } catch (error) {
    if (isLockTimeout(error)) return giveUp(client, "busy");
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

/** Brings what is summed up by month in step with the events of this table; null: with none at all. */
export type Rebuild = (client: pg.PoolClient, month: string, counted: string | null) => Promise<void>;

async function giveUp<Why>(client: pg.PoolClient, why: Why): Promise<Why> {
  await client.query("rollback");
  return why;
}

/**
 * Nobody loads now, so what this finds holds until the end: those who go still go, and nothing that stays is missing.
 * What has come of sources that go, goes with the rest.
 */
async function isStillSo(client: pg.PoolClient, month: string, kept: Kept, now: number): Promise<boolean> {
  const gone = await goneSources(client, month, now, sql`for share`);
  if (!kept.gone.every((id) => gone.includes(id))) return false;
  if ((await countHoldingCopies(client, month, kept.gone)) !== kept.copies) return false;
  return takeInNew(client, month, kept);
}

/** Adds what was loaded since `kept` was made and stays. False where there is such and nothing was to stay. */
async function takeInNew(client: pg.PoolClient, month: string, kept: Kept): Promise<boolean> {
  const { event, block, keptEvent, keptBlock } = tablesOf(month);
  const isKept = kept.hasTables ? sql`exists (select 1 from ${keptBlock} k where k.id = b.id)` : sql`false`;
  const come = await rows(
    client,
    z.object({ id: z.coerce.bigint() }),
    sql`select b.id from ${block} b where source_id <> all(${[...kept.gone]}::uuid[]) and not ${isKept}`,
  );
  if (come.length === 0) return true;
  if (!kept.hasTables) return false;
  const ids = come.map(({ id }) => id.toString());
  await execute(
    client,
    sql`insert into ${keptBlock} select * from ${block} where id = any(${ids}::bigint[])`,
  );
  await execute(
    client,
    sql`insert into ${keptEvent} select * from ${event} where block = any(${ids}::bigint[])`,
  );
  return true;
}

async function replace(client: pg.PoolClient, month: string, hasTables: boolean): Promise<boolean> {
  await client.query(`set local lock_timeout = ${READERS_MS}`);
  for (let attempt = 1; attempt <= READER_TRIES; attempt++) {
    await client.query("savepoint reading");
    try {
      await replaceTable(client, "event", month, hasTables);
      await replaceTable(client, "raw_block", month, hasTables);
      return true;
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
      await client.query("rollback to savepoint reading");
      await sleep(50 * attempt * (0.5 + Math.random()));
    }
  }
  return false;
}

async function replaceTable(
  client: pg.PoolClient,
  parent: "event" | "raw_block",
  month: string,
  hasTables: boolean,
): Promise<void> {
  const name = `${parent}_${month}`;
  // The table above is locked for itself only: not with every month below it.
  await client.query(`lock table only ${parent} in access exclusive mode`);
  await client.query(`alter table ${parent} detach partition ${name}`);
  await client.query(`drop table ${name}`);
  if (!hasTables) return;
  const { from, to } = monthBounds(month);
  const bound = (time: number | null, none: string) =>
    time === null ? none : `'${new Date(time).toISOString()}'`;
  await client.query(`alter table kept_${name} rename to ${name}`);
  await client.query(
    `alter table ${parent} attach partition ${name}
     for values from (${bound(from, "minvalue")}) to (${bound(to, "maxvalue")})`,
  );
}

/** Bytes of the month's tables with all that belongs to them; 0 where they are gone. */
async function sizeOf(client: pg.PoolClient, month: string): Promise<number> {
  const names = ["event", "raw_block"].map((table) => trustedText(`('${table}_${month}')`));
  const [row] = await rows(
    client,
    z.object({ bytes: z.coerce.number() }),
    sql`select coalesce(sum(pg_total_relation_size(to_regclass(name))), 0) as bytes
        from (values ${names[0]}, ${names[1]}) as tables (name)`,
  );
  return row?.bytes ?? 0;
}

/** PostgreSQL's lock_not_available, and deadlock_detected: somebody else was in the way. */
function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "55P03" || error.code === "40P01");
}
