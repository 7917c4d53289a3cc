import { createHash } from "node:crypto";
import * as z from "zod";
import { ACTIVITY_FIELDS } from "#lib/db/activity/activity-fields.ts";
import type { Database } from "#lib/db/database.ts";
import { readStoredRecord } from "#lib/db/read/stored-record.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";

/**
 * What the index knows, apart from ids and order of loading: every event with its values and its record's text.
 * Two databases with the same fingerprint answer every question alike. Which of two sources came first is left out.
 */
export async function indexFingerprint(db: Database): Promise<string> {
  const hash = createHash("sha256");
  const events = await rows(
    db.pool,
    z.object({ line: z.string() }),
    sql`select e.event_id || ' ' || extract(epoch from e.event_time) || ' ' || e.kind || ' ' || e.flags || ' ' ||
          (select string_agg(p.name || '=' || t.value, E'\n' order by p.name, t.value)
           from unnest(e.terms) id join term t using (id) join path p on p.id = t.path_id where p.name <> '@origin') || ' ' ||
          coalesce((select string_agg(id::text, ' ' order by id) from unnest(e.terms) id where id < 0), '') as line
        from event e order by e.event_id, e.event_time`,
  );
  for (const { line } of events) hash.update(line);
  const places = await rows(
    db.pool,
    z.object({ block: z.coerce.bigint(), ordinal: z.int(), time: z.coerce.number() }),
    sql`select block, ordinal, extract(epoch from event_time)::bigint as time from event
        where get_byte(uuid_send(event_id), 0) = 7 order by event_id, event_time`,
  );
  for (const place of places) hash.update((await readStoredRecord(db.pool, place)).text);
  const counts = await rollUpOf(db);
  for (const line of counts) hash.update(line);
  return `${events.length} events, ${counts.length} counts, ${places.length} records read, ${hash.digest("hex")}`;
}

/** The roll-up, folded or not, by words; the hours, days and months of it. */
async function rollUpOf(db: Database): Promise<readonly string[]> {
  const found = await rows(
    db.pool,
    z.object({ line: z.string() }),
    sql`with cell as (
          select grain, field, start, term, write_success as ws, read_success as rs, write_denied as wd, read_denied as rd,
            write_failed as wf, read_failed as rf from activity
          union all
          select g.grain, d.field, case g.grain when 0 then d.start when 1 then (floor(d.start / 24.0) * 24)::int
              else (extract(epoch from date_trunc('month', to_timestamp(d.start * 3600.0), 'UTC')) / 3600)::int end,
            d.term, d.write_success, d.read_success, d.write_denied, d.read_denied, d.write_failed, d.read_failed
          from activity_delta d cross join (values (0), (1), (2)) g (grain)
        )
        select c.grain || ' ' || c.field || ' ' || c.start || ' ' || coalesce(t.value, '-') || ' ' || sum(ws) || ' ' ||
          sum(rs) || ' ' || sum(wd) || ' ' || sum(rd) || ' ' || sum(wf) || ' ' || sum(rf) as line
        from cell c left join term t on t.id = c.term where c.field <> ${ACTIVITY_FIELDS.origin}
        group by c.grain, c.field, c.start, t.value having sum(ws + rs + wd + rd + wf + rf) <> 0 order by 1`,
  );
  return found.map(({ line }) => line);
}
