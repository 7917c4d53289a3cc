import { type Sql, sql, trustedText } from "#lib/db/sql/raw.ts";

/** Where an event stands in the order of all: time alone is not enough, a second holds many. */
export type Position = { readonly time: number; readonly uuid: string; readonly account: number };

export type Direction = "newest-first" | "oldest-first";

export function reversed(direction: Direction): Direction {
  return direction === "newest-first" ? "oldest-first" : "newest-first";
}

/** Whether the first stands behind the second in this direction. */
export function isBehind(one: Position, other: Position, direction: Direction): boolean {
  const [later, earlier] = direction === "newest-first" ? [other, one] : [one, other];
  if (later.time !== earlier.time) return later.time > earlier.time;
  // Ids in one way of writing have the order of their letters in PostgreSQL, too.
  if (later.uuid !== earlier.uuid) return later.uuid > earlier.uuid;
  return later.account > earlier.account;
}

export function orderBy(direction: Direction): Sql {
  const way = trustedText(direction === "newest-first" ? "desc" : "asc");
  return sql`order by e.event_time ${way}, e.event_id ${way}, e.account ${way}`;
}

/** Rows strictly behind `position` in this direction. The plain bound on time lets the planner leave out partitions. */
export function behind(position: Position, direction: Direction): Sql {
  const row = sql`(to_timestamp(${position.time}::bigint), ${position.uuid}::uuid, ${position.account}::int)`;
  return direction === "newest-first"
    ? sql`(e.event_time <= to_timestamp(${position.time}::bigint) and (e.event_time, e.event_id, e.account) < ${row})`
    : sql`(e.event_time >= to_timestamp(${position.time}::bigint) and (e.event_time, e.event_id, e.account) > ${row})`;
}
