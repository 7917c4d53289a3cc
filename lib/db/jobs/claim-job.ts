import type pg from "pg";
import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { type Job, toJob } from "#lib/db/jobs/job.ts";
import { type Source, toSource } from "#lib/db/sources/source.ts";
import { connect, rows, sql } from "#lib/db/sql/raw.ts";

/**
 * A job belongs to whoever holds its advisory lock, which lives as long as the holder's connection. A worker that
 * is killed loses it at once, and the next worker that looks takes the job over: no lease to wait for, no clock
 * to agree on.
 */
export type Claim = {
  readonly job: Job;
  readonly source: Source;
  /** True while the lock is held for certain: false once its connection broke. */
  isHeld(): boolean;
  release(): Promise<void>;
};

/** Takes the oldest job that nobody works on; null where there is none. `jobId`: only that one. */
export async function claimJob(db: Database, jobId: string | null = null): Promise<Claim | null> {
  const client = await connect(db.pool);
  try {
    const candidates = await rows(
      client,
      z.object({ id: z.string() }),
      // A source is removed once nobody loads from it any more.
      sql`select id from job where state in ('queued', 'running') and (${jobId}::uuid is null or id = ${jobId}::uuid)
            and (kind <> 'removal' or not exists (select 1 from job other where other.source_id = job.source_id
              and other.kind <> 'removal' and other.state in ('queued', 'running')))
          order by created_at`,
    );
    for (const { id } of candidates) {
      const claim = await tryClaim(db, client, id);
      if (claim !== null) return claim;
    }
  } catch (error) {
    client.release(true);
    throw error;
  }
  client.release();
  return null;
}

async function tryClaim(db: Database, client: pg.PoolClient, id: string): Promise<Claim | null> {
  const [lock] = await rows(
    client,
    z.object({ got: z.boolean() }),
    sql`select pg_try_advisory_lock(hashtextextended(${`waymark job ${id}`}, 0)) as got`,
  );
  if (lock?.got !== true) return null;
  // It may have ended between the look and the lock.
  const started = await db.prisma.job.updateManyAndReturn({
    where: { id, state: { in: ["queued", "running"] } },
    data: { state: "running", startedAt: new Date(), updatedAt: new Date() },
    include: { source: true },
  });
  const row = started[0];
  if (row === undefined) {
    await unlock(client, id);
    return null;
  }
  let isHeld = true;
  const onBroken = () => {
    isHeld = false;
  };
  client.on("error", onBroken);
  return {
    job: toJob(row),
    source: toSource(row.source),
    isHeld: () => isHeld,
    async release() {
      client.off("error", onBroken);
      await unlock(client, id).then(
        () => client.release(),
        () => client.release(true),
      );
    },
  };
}

async function unlock(client: pg.PoolClient, id: string): Promise<void> {
  await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [`waymark job ${id}`]);
}
