import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { execute, rows, sql } from "#lib/db/sql/raw.ts";

export type WorkerIdentity = {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly version: string;
};

/** Notes that a worker is alive, and forgets those that have not been heard of for a day. */
export async function beat(db: Database, worker: WorkerIdentity): Promise<void> {
  await execute(
    db.pool,
    sql`insert into worker (id, host, pid, version) values (${worker.id}::uuid, ${worker.host}, ${worker.pid}, ${worker.version})
        on conflict (id) do update set heartbeat_at = now()`,
  );
  await execute(db.pool, sql`delete from worker where heartbeat_at < now() - interval '1 day'`);
}

/** A worker that ends on purpose is gone at once. */
export async function sayGoodbye(db: Database, id: string): Promise<void> {
  await execute(db.pool, sql`delete from worker where id = ${id}::uuid`);
}

const ALIVE = sql`heartbeat_at > now() - interval '20 seconds'`;

/** True where a worker of another machine has been heard of lately. */
export async function hasWorkersElsewhere(db: Database, host: string): Promise<boolean> {
  const found = await rows(
    db.pool,
    z.object({}),
    sql`select from worker where host <> ${host} and ${ALIVE} limit 1`,
  );
  return found.length > 0;
}

/** How many workers have been heard of lately. */
export async function countWorkers(db: Database): Promise<number> {
  const [row] = await rows(
    db.pool,
    z.object({ count: z.coerce.number() }),
    sql`select count(*) as count from worker where ${ALIVE}`,
  );
  return row?.count ?? 0;
}
