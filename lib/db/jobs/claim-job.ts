import type pg from "pg";
import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { type Job, toJob } from "#lib/db/jobs/job.ts";
import { type Source, SourceSettings, toSource } from "#lib/db/sources/source.ts";
import { connect, rows, sql } from "#lib/db/sql/raw.ts";

/**
 * A job belongs to whoever holds its advisory lock, which lives as long as the holder's connection. A worker that
 * is killed loses it at once, and the next worker that looks takes the job over: no lease to wait for, no clock
 * to agree on. One whose connection broke has lost it too, and may not know yet: so each claim has a number, and who
 * writes to the job must have the latest.
 */
export type Claim = {
  readonly job: Job;
  readonly source: Source;
  /** True while the lock is held for certain: false once its connection broke. */
  isHeld(): boolean;
  release(): Promise<void>;
};

/** True where this worker can do what is asked for a source of these settings. */
export type CanWork = (settings: SourceSettings) => Promise<boolean>;

const Candidate = z.object({ id: z.string(), settings: SourceSettings, waits: z.boolean() });

/**
 * Takes the oldest job that nobody works on; null where there is none. `jobId`: only that one. A job that `canWork`
 * says no to is left to others for a minute, then taken all the same: so that whoever waits for it is told what is
 * wrong.
 */
export async function claimJob(
  db: Database,
  jobId: string | null = null,
  canWork: CanWork = async () => true,
): Promise<Claim | null> {
  const client = await connect(db.pool);
  try {
    const candidates = await rows(
      client,
      Candidate,
      // A source is removed once nobody loads from it any more.
      sql`select job.id, source.settings, job.updated_at > now() - interval '1 minute' as waits
          from job join source on source.id = job.source_id where job.state in ('queued', 'running') and (${jobId}::uuid is null or job.id = ${jobId}::uuid)
            and (job.kind <> 'removal' or not exists (select 1 from job other where other.source_id = job.source_id
              and other.kind <> 'removal' and other.state in ('queued', 'running')))
          order by job.created_at`,
    );
    for (const { id, settings, waits } of candidates) {
      if (waits && !(await canWork(settings))) continue;
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
    data: {
      state: "running",
      claims: { increment: 1 },
      tries: { increment: 1 },
      startedAt: new Date(),
      updatedAt: new Date(),
    },
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
