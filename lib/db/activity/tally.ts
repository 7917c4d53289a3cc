import { ACTIVITY_FIELDS, type ActivityField, EVERY_EVENT } from "#lib/db/activity/activity-fields.ts";
import { FIELD_TERMS } from "#lib/db/read/field-terms.ts";
import { join, type Sql, sql, trustedText } from "#lib/db/sql/raw.ts";
import { FIELDS_PATH } from "#lib/db/terms/shape-paths.ts";

/** What a tally needs of an event row. */
export const TALLY_COLUMNS = sql`e.event_time, e.flags, e.name, e.service, e.actor, e.role, e.session, e.account,
  e.region, e.ip, e.agent, e.error, e.kind, e.terms`;

/**
 * Rows (field, term, n) that count the values of these fields in the rows of `source` (a table or CTE of
 * TALLY_COLUMNS), as the roll-up would; and under field 0 the events by their `flags` in place of a term.
 */
export function tally(source: Sql, fields: readonly ActivityField[]): Sql {
  const columned = fields.flatMap((field) => {
    const { shortcut } = FIELD_TERMS[field];
    return shortcut === null ? [] : [{ field: ACTIVITY_FIELDS[field], column: trustedText(`e.${shortcut}`) }];
  });
  const all = [{ field: EVERY_EVENT, column: trustedText("e.flags") }, ...columned];
  // Of each row's columns one is set: that by which it groups. A third of the time of a row for every column.
  const field = join(
    all.map((one) => sql`when grouping(${one.column}) = 0 then ${one.field}::int`),
    " ",
  );
  const term = join(
    all.map(({ column }) => sql`${column}::int`),
    ", ",
  );
  const sets = join(
    all.map(({ column }) => sql`(${column})`),
    ", ",
  );
  const counted = sql`select case ${field} end as field, coalesce(${term}) as term, count(*) as n
    from ${source} e group by grouping sets (${sets})`;
  const others = fields.filter((field) => FIELD_TERMS[field].shortcut === null);
  return others.length === 0 ? counted : sql`${counted} union all ${tallyTerms(source, others)}`;
}

/** Fields without a column: their words among the event's terms; the list of its fields tells what it lacks. */
function tallyTerms(source: Sql, fields: readonly ActivityField[]): Sql {
  const named = join(
    fields.map((field) => sql`(${ACTIVITY_FIELDS[field]}::int, ${FIELD_TERMS[field].path}::text)`),
    ", ",
  );
  return sql`select w.field, w.term, count(*) as n from ${source} e cross join lateral unnest(e.terms) u (id) join (
      select t.id, f.field, t.id as term from (values ${named}) f (field, name)
        join path p on p.name = f.name join term t on t.path_id = p.id
      union all
      select t.id, f.field, 0 from term t join path p on p.id = t.path_id and p.name = ${FIELDS_PATH}
        cross join (values ${named}) f (field, name)
      where E'\n' || t.value || E'\n' not like E'%\n' || f.name || E'\n%'
    ) w on w.id = u.id group by w.field, w.term`;
}
