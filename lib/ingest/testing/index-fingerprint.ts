import { createHash } from "node:crypto";
import * as z from "zod";
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
  return `${events.length} events, ${places.length} records read, ${hash.digest("hex")}`;
}
