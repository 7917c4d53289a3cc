import * as z from "zod";
import { type Cut, GRAINS, type Piece } from "#lib/db/activity/cut-range.ts";
import type { Line } from "#lib/db/activity/roll-up-ask.ts";
import { join, type Queryable, rows, type Sql, sql, trustedText } from "#lib/db/sql/raw.ts";

/**
 * The one place that reads the roll-up: its rows of a cut of time, and what loaders have appended since the last
 * fold. One statement, so that a fold meanwhile changes nothing.
 */

/** The counters in the order of an event's `flags`. */
const COUNTERS = [
  "write_success",
  "read_success",
  "write_denied",
  "read_denied",
  "write_failed",
  "read_failed",
] as const;

/** The sum of the counters of these flags. */
export function counted(flags: readonly number[]): Sql {
  const columns = flags.flatMap((flag) => COUNTERS[flag] ?? []);
  return trustedText(columns.length === 0 ? "0" : columns.map((name) => `a.${name}`).join(" + "));
}

/** Rows (start, every counter with its sign) of these lines. */
function cells(cut: Cut, lines: readonly Line[]): Sql | null {
  if (cut.covered === null || lines.length === 0) return null;
  const parts = lines.flatMap((line) => [
    ...cut.pieces.map((piece) => foldedCells(piece, line)),
    appendedCells(cut.covered, line),
  ]);
  return join(parts, " union all ");
}

const ALL_COUNTERS = trustedText(COUNTERS.map((name) => `a.${name}`).join(", "));

// The hours (days, months) that there are at all, then each with its terms: a field's rows are by time first, and
// reading all of them for a few terms would be slow. `offset 0` keeps the two apart.
function foldedCells({ grain, first, behind }: Piece, { field, terms, sign }: Line): Sql {
  return sql`select a.start, ${sign}::int as sign, ${ALL_COUNTERS} from activity s cross join lateral (
      select * from activity a where a.grain = ${GRAINS[grain]}::smallint and a.field = ${field}::smallint
        and a.start = s.start and a.term = any(${[...terms]}::int[]) offset 0
    ) a where s.grain = ${GRAINS[grain]}::smallint and s.field = 0 ${within("s", first, behind)}`;
}

function appendedCells(covered: Cut["covered"], { field, terms, sign }: Line): Sql {
  return sql`select a.start, ${sign}::int as sign, ${ALL_COUNTERS} from activity_delta a
    where a.field = ${field}::smallint and a.term = any(${[...terms]}::int[])
      ${within("a", covered?.first ?? null, covered?.behind ?? null)}`;
}

/** Further conditions: first <= start < behind. */
export function within(alias: "a" | "s", first: number | null, behind: number | null): Sql {
  const start = trustedText(`${alias}.start`);
  const from = first === null ? sql`` : sql`and ${start} >= ${first}::int`;
  const to = behind === null ? sql`` : sql`and ${start} < ${behind}::int`;
  return sql`${from} ${to}`;
}

const CountRow = z.object({ count: z.coerce.number() });

/** How many events the lines count in the pieces of the cut (not at its edges). */
export async function countActivity(
  on: Queryable,
  cut: Cut,
  lines: readonly Line[],
  flags: readonly number[],
): Promise<number> {
  const source = cells(cut, lines);
  if (source === null) return 0;
  const [row] = await rows(
    on,
    CountRow,
    sql`select coalesce(sum(a.sign * (${counted(flags)})), 0) as count from (${source}) a`,
  );
  return row?.count ?? 0;
}

const READ = [1];
const WRITE = [0];
const ERROR = [2, 3, 4, 5];

const TimeRow = z.object({
  start: z.int(),
  read: z.coerce.number(),
  write: z.coerce.number(),
  error: z.coerce.number(),
});

/**
 * Per hour (or day, or month, as the cut has it) since 1970 UTC: events that read, that wrote, that did not succeed.
 */
export async function activityOverTime(
  on: Queryable,
  cut: Cut,
  lines: readonly Line[],
  flags: readonly number[],
): Promise<z.infer<typeof TimeRow>[]> {
  const source = cells(cut, lines);
  if (source === null) return [];
  const sum = (some: readonly number[]) =>
    sql`sum(a.sign * (${counted(some.filter((flag) => flags.includes(flag)))}))`;
  return rows(
    on,
    TimeRow,
    sql`select a.start, ${sum(READ)} as read, ${sum(WRITE)} as write, ${sum(ERROR)} as error
        from (${source}) a group by a.start order by a.start`,
  );
}

/** Rows (field, term, n) of everything that the roll-up has of these fields. */
export function fieldCells(cut: Cut, fields: readonly number[], flags: readonly number[]): Sql | null {
  const { covered } = cut;
  if (covered === null) return null;
  const n = counted(flags);
  const wanted = sql`a.field = any(${[...fields]}::smallint[])`;
  const folded = cut.pieces.map(
    ({ grain, first, behind }) =>
      sql`select a.field::int as field, a.term, ${n} as n from activity a
          where a.grain = ${GRAINS[grain]}::smallint and ${wanted} ${within("a", first, behind)}`,
  );
  const appended = sql`select a.field::int as field, a.term, ${n} as n from activity_delta a
    where ${wanted} ${within("a", covered.first, covered.behind)}`;
  return join([...folded, appended], " union all ");
}

/** Rows (field 0, the events' `flags` as term, n) of everything that the roll-up has, for these flags. */
export function flagCells(cut: Cut, flags: readonly number[]): Sql | null {
  const { covered } = cut;
  if (covered === null || flags.length === 0) return null;
  const apart = join(
    flags.map((flag) => sql`(${flag}::int, ${counted([flag])})`),
    ", ",
  );
  const unfolded = (source: Sql) =>
    sql`select 0 as field, f.flag as term, f.n from ${source} a cross join lateral (values ${apart}) f (flag, n)`;
  const folded = cut.pieces.map(
    ({ grain, first, behind }) => sql`${unfolded(sql`activity`)}
      where a.grain = ${GRAINS[grain]}::smallint and a.field = 0 ${within("a", first, behind)}`,
  );
  const appended = sql`${unfolded(sql`activity_delta`)}
    where a.field = 0 ${within("a", covered.first, covered.behind)}`;
  return join([...folded, appended], " union all ");
}
