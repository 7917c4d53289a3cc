import type pg from "pg";
import * as z from "zod";
import { EVENT_COLUMNS, EventColumns } from "#lib/db/read/event-columns.ts";
import { type IndexWay, likelyWay } from "#lib/db/read/index-ways.ts";
import { boundsOf, type Stretch } from "#lib/db/read/months.ts";
import { type Predicate, rowTest, whereAll } from "#lib/db/read/predicate.ts";
import { type Direction, orderBy } from "#lib/db/read/time-order.ts";
import { execute, rows, type Sql, sql, trustedText, withoutTableScans } from "#lib/db/sql/raw.ts";

/**
 * All rows of a search in one partition, a few at a time, through a cursor of the database. Pages found anew each
 * time, as the list finds them, would begin anew each time as well: for a rare word that is the whole month again.
 */

/** An event's row and where its record lies. */
export const PlacedRow = EventColumns.extend({ block: z.coerce.bigint(), ordinal: z.int() });
export type PlacedRow = z.infer<typeof PlacedRow>;

const CURSOR = trustedText("export_rows");
/** So many rows are looked at to learn how common the rows are that pass. */
const LOOKED_AT = 4_000;
/** If fewer than one in so many pass, fetching them all by the index and sorting is sooner done than walking on. */
const RARE = 20;

/** Opens the cursor for one stretch; in the same transaction there must be no other. */
export async function openCursor(
  client: pg.PoolClient,
  predicate: Predicate,
  stretch: Stretch,
  direction: Direction,
): Promise<void> {
  const indexed = await likelyWay(client, predicate, stretch.table);
  const isFetched = indexed !== null && (await isRare(client, predicate, stretch, direction));
  const declare = () =>
    execute(
      client,
      sql`declare ${CURSOR} no scroll cursor for ${isFetched ? fetched(stretch, indexed, direction) : walked(stretch, predicate, direction)}`,
    );
  await (isFetched ? withoutTableScans(client, declare) : declare());
}

/** The next rows, at most `count`; none at the end. */
export function nextRows(client: pg.PoolClient, count: number): Promise<PlacedRow[]> {
  return rows(client, PlacedRow, sql`fetch ${trustedText(String(Math.trunc(count)))} from ${CURSOR}`);
}

export async function closeCursor(client: pg.PoolClient): Promise<void> {
  await execute(client, sql`close ${CURSOR}`);
}

const Seen = z.object({ seen: z.coerce.number(), hits: z.coerce.number() });

async function isRare(
  client: pg.PoolClient,
  predicate: Predicate,
  stretch: Stretch,
  direction: Direction,
): Promise<boolean> {
  const [found] = await rows(
    client,
    Seen,
    sql`select count(*) as seen, count(*) filter (where ${rowTest(predicate)}) as hits from (
          select * from ${stretch.table} e ${whereAll(boundsOf(stretch))} ${orderBy(direction)} limit ${LOOKED_AT}
        ) e`,
  );
  return found !== undefined && found.seen === LOOKED_AT && found.hits * RARE < found.seen;
}

function walked(stretch: Stretch, predicate: Predicate, direction: Direction): Sql {
  return sql`select ${EVENT_COLUMNS}, e.block, e.ordinal from ${stretch.table} e
    ${whereAll([...boundsOf(stretch), rowTest(predicate)])} ${orderBy(direction)}`;
}

function fetched(stretch: Stretch, { indexed, rest }: IndexWay, direction: Direction): Sql {
  return sql`with hit as materialized (
      select e.* from ${stretch.table} e ${whereAll([indexed, ...rest, ...boundsOf(stretch)])}
    ) select ${EVENT_COLUMNS}, e.block, e.ordinal from hit e ${orderBy(direction)}`;
}
