import type { Database } from "#lib/db/database.ts";
import { readNewestEventTime } from "#lib/db/read-coverage.ts";
import { countWorkers } from "#lib/db/worker-heartbeat.ts";
import { VERSION } from "#lib/server/version.ts";

export type Health = {
  /** `degraded`: pages work, but nobody loads. */
  readonly status: "ok" | "degraded" | "down";
  readonly version: string;
  readonly database: "up" | "down";
  readonly worker: "up" | "down";
  /** ISO 8601 UTC; null: no event is loaded, or nobody can tell. */
  readonly newestEventTime: string | null;
};

/** How Waymark is. Never throws: a database that is away is an answer. */
export async function readHealth(db: Database): Promise<Health> {
  try {
    const [workers, newestEventTime] = await Promise.all([countWorkers(db), readNewestEventTime(db.pool)]);
    const worker = workers > 0 ? "up" : "down";
    return {
      status: worker === "up" ? "ok" : "degraded",
      version: VERSION,
      database: "up",
      worker,
      newestEventTime,
    };
  } catch {
    return { status: "down", version: VERSION, database: "down", worker: "down", newestEventTime: null };
  }
}
