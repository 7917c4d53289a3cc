import type pg from "pg";
import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { beingRemoved } from "#lib/db/sources/being-removed.ts";
import { reachesFurther } from "#lib/db/sources/reaches-further.ts";
import { type Source, SourceSettings, toSource } from "#lib/db/sources/source.ts";
import { execute, inTransaction, rows, sql } from "#lib/db/sql/raw.ts";
import { Failure } from "#lib/server/failure.ts";

export type NewSource = {
  readonly name: string;
  readonly settings: SourceSettings;
  /** Minutes between syncs; null: only when asked. */
  readonly syncEveryMinutes: number | null;
};

/**
 * The source of this name with these settings: made where it is missing, changed where it differs. Where the new
 * settings want objects that earlier runs passed by, the next run lists everything again. Throws Failure "conflict"
 * where that would pull the ground from under a run: it would note the old settings' progress as the new ones'.
 */
export async function ensureSource(db: Database, source: NewSource): Promise<Source> {
  const { name, settings, syncEveryMinutes } = source;
  const nextSyncAt = syncEveryMinutes === null ? null : new Date(Date.now() + syncEveryMinutes * 60_000);
  await inTransaction(db.pool, async (client) => {
    await forgetProgressIfNeeded(client, source);
    await execute(
      client,
      sql`insert into source (id, name, kind, settings, sync_every_minutes, next_sync_at)
          values (gen_random_uuid(), ${name}, ${settings.kind}, ${JSON.stringify(settings)}::jsonb,
            ${syncEveryMinutes}::int, ${nextSyncAt}::timestamptz)
          on conflict (name) do update
            set kind = excluded.kind, settings = excluded.settings,
                sync_every_minutes = excluded.sync_every_minutes, next_sync_at = excluded.next_sync_at`,
    );
  });
  return toSource(await db.prisma.source.findUniqueOrThrow({ where: { name } }));
}

async function forgetProgressIfNeeded(client: pg.PoolClient, { name, settings }: NewSource): Promise<void> {
  // Locked, so that no job is added for it, and none that waits is begun, before the settings are changed.
  const [known] = await rows(
    client,
    z.object({ id: z.string(), settings: SourceSettings, isRemoved: z.boolean() }),
    sql`select id, settings, removing_at is not null as "isRemoved" from source where name = ${name} for update`,
  );
  if (known?.isRemoved === true) throw beingRemoved(name);
  if (known === undefined || !reachesFurther(known.settings, settings)) return;
  const unfinished = await rows(
    client,
    z.object({ state: z.string() }),
    sql`select state from job where source_id = ${known.id}::uuid and kind = 'sync' and state in ('queued', 'running') for update`,
  );
  if (unfinished.some(({ state }) => state === "running")) {
    throw new Failure("conflict", `${name} is loading now, with the settings that it has.`, {
      remedy: "Wait until that is done, or cancel it, and change the settings then.",
    });
  }
  await execute(client, sql`update log_stream set watermark = null where source_id = ${known.id}::uuid`);
}
