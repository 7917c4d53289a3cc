import type pg from "pg";
import * as z from "zod";
import { type MonthTables, tablesOf } from "#lib/db/retention/locks.ts";
import { countHoldingCopies } from "#lib/db/retention/month-facts.ts";
import { execute, rows, type Sql, sql, trustedText } from "#lib/db/sql/raw.ts";
import { monthBounds } from "#lib/db/write/partitions.ts";

/** What stays of a month, written apart from it, and what it was made from. */
export type Kept = {
  /** Sources whose part is left out, sorted. */
  readonly gone: readonly string[];
  /** False: nothing stays, and no tables were made. */
  readonly hasTables: boolean;
  /** Copies that hold events of the sources that go. */
  readonly copies: number;
};

/**
 * Writes what stays of a month into tables of its own, with their indexes; nobody reads or waits for them. One
 * transaction: killed, nothing of it is there. Blocks of sources that go stay where they hold an event that a source
 * which keeps this month delivered too: those are that source's from then on.
 */
export async function buildKept(
  client: pg.PoolClient,
  month: string,
  gone: readonly string[],
  mustHaveTables: boolean,
): Promise<Kept> {
  const tables = tablesOf(month);
  await client.query("begin isolation level repeatable read");
  try {
    await dropKept(client, tables);
    const copies = await countHoldingCopies(client, month, gone);
    const hasTables = mustHaveTables || (await staysAnything(client, tables, gone, copies));
    if (hasTables) await fill(client, month, tables, gone, copies);
    await client.query("commit");
    return { gone, hasTables, copies };
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

/** Removes what an earlier attempt left behind. */
export async function dropKept(client: pg.PoolClient, { keptEvent, keptBlock }: MonthTables): Promise<void> {
  await execute(client, sql`drop table if exists ${keptEvent}, ${keptBlock}`);
}

async function staysAnything(
  client: pg.PoolClient,
  { block }: MonthTables,
  gone: readonly string[],
  copies: number,
): Promise<boolean> {
  if (copies > 0) return true;
  const some = await rows(
    client,
    z.object({}),
    sql`select 1 as one from ${block} where source_id <> all(${[...gone]}::uuid[]) limit 1`,
  );
  return some.length > 0;
}

async function fill(
  client: pg.PoolClient,
  month: string,
  tables: MonthTables,
  gone: readonly string[],
  copies: number,
): Promise<void> {
  const { event, block, keptEvent, keptBlock } = tables;
  const ids = [...gone];
  await execute(client, sql`create table ${keptEvent} (like event including defaults including storage)`);
  await execute(client, sql`create table ${keptBlock} (like raw_block including defaults including storage)`);
  await execute(
    client,
    sql`insert into ${keptBlock} select b.* from ${block} b where b.source_id <> all(${ids}::uuid[])`,
  );
  await execute(
    client,
    sql`insert into ${keptEvent} select e.* from ${event} e join ${block} b on b.id = e.block
        where b.source_id <> all(${ids}::uuid[])`,
  );
  if (copies > 0) await hold(client, tables, ids);
  await finishTable(client, "event", "event_time", month, keptEvent);
  await finishTable(client, "raw_block", "block_time", month, keptBlock);
}

/** Keeps the events of `gone` that another source delivered too, in its name. */
async function hold(client: pg.PoolClient, tables: MonthTables, gone: readonly string[]): Promise<void> {
  const { event, block, keptEvent, keptBlock } = tables;
  await execute(
    client,
    sql`create temporary table held on commit drop as
        select e.event_id, e.event_time, e.account, e.block, min(c.source_id::text)::uuid as owner
        from event_copy c join ${event} e using (event_time, event_id, account) join ${block} b on b.id = e.block
        where b.source_id = any(${[...gone]}::uuid[]) and c.source_id <> all(${[...gone]}::uuid[])
        group by e.event_id, e.event_time, e.account, e.block`,
  );
  await execute(
    client,
    sql`insert into ${keptBlock} (id, block_time, source_id, key, positions, data)
        select b.id, b.block_time, h.owner, ${FULL_NAME}, b.positions, b.data
        from (select block, min(owner::text)::uuid as owner from held group by block) h join ${block} b on b.id = h.block
        left join source s on s.id = b.source_id
        left join log_object o on o.source_id = b.source_id and o.key = b.key`,
  );
  await execute(
    client,
    sql`insert into ${keptEvent} (event_time, event_id, account, region, name, service, actor, role, session, ip, agent,
          error, kind, flags, block, ordinal, resources, terms)
        select e.event_time, e.event_id, e.account, e.region, e.name, e.service, e.actor, e.role, e.session, e.ip, e.agent,
          e.error, e.kind, e.flags, e.block, e.ordinal, e.resources, (
            select array_agg(id order by id) from (
              select case when old.id is null then term else coalesce(own.id, term) end as id
              from unnest(e.terms) as term left join ${ORIGINS} old on old.id = term) named)
        from held h join ${event} e using (event_time, event_id, account)
        join source s on s.id = h.owner left join ${ORIGINS} own on own.value = s.name`,
  );
}

const ORIGINS = sql`(select t.id, t.value from term t join path p on p.id = t.path_id where p.name = '@origin')`;

/** A block of another source says where it came from by its whole name; one that says so already keeps that. */
const FULL_NAME = sql`case when o.key is null or s.id is null then b.key
  when s.kind = 's3' then 's3://' || (s.settings ->> 'bucket') || '/' || b.key else s.name || ' ' || b.key end`;

const IndexRow = z.object({ definition: z.string(), isPrimary: z.boolean() });

/** Gives a table that was filled the indexes of its parent, and the check with which it is attached unread. */
async function finishTable(
  client: pg.PoolClient,
  parent: "event" | "raw_block",
  column: string,
  month: string,
  table: Sql,
): Promise<void> {
  const indexes = await rows(
    client,
    IndexRow,
    sql`select pg_get_indexdef(indexrelid) as definition, indisprimary as "isPrimary" from pg_index
        where indrelid = ${parent}::regclass order by indexrelid`,
  );
  for (const { definition, isPrimary } of indexes) {
    const [head = "", method = ""] = definition.split(/ USING (.*)/s);
    const columns = trustedText(method.replace(/^btree /, ""));
    if (isPrimary) await execute(client, sql`alter table ${table} add primary key ${columns}`);
    else {
      const unique = trustedText(head.startsWith("CREATE UNIQUE") ? "unique" : "");
      await execute(client, sql`create ${unique} index on ${table} using ${trustedText(method)}`);
    }
  }
  const { from, to } = monthBounds(month);
  const tests = [
    `${column} is not null`,
    ...(from === null ? [] : [`${column} >= '${new Date(from).toISOString()}'`]),
    ...(to === null ? [] : [`${column} < '${new Date(to).toISOString()}'`]),
  ];
  await execute(client, sql`alter table ${table} add check (${trustedText(tests.join(" and "))})`);
  await execute(client, sql`analyze ${table}`);
}
