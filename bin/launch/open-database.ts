import { join } from "node:path";
import { startEmbedded } from "#lib/db/embedded/start-embedded.ts";
import { migrate } from "#lib/db/migrate.ts";
import { waitUntilAlone } from "#lib/db/wait-until-alone.ts";
import type { Env } from "#lib/server/env.ts";
import { type InstanceLock, runningInstance, takeLock } from "#lib/server/instance-lock.ts";
import { logFile } from "#lib/server/log.ts";

export type RunningDatabase = {
  readonly url: string;
  /** Settles if the database ends before it is closed; null: it is not ours to watch. */
  readonly ended: Promise<void> | null;
  close(): Promise<void>;
};

type Say = (line: string) => void;

/** The database of the settings, running: the one at DATABASE_URL, else the embedded one. Not yet migrated. */
export async function startDatabase(env: Env, say: Say): Promise<RunningDatabase> {
  if (env.databaseUrl !== null) return { url: env.databaseUrl, ended: null, close: async () => {} };
  const server = await startEmbedded({
    dataFolder: join(env.dataFolder, "postgres"),
    logFile: logFile(env.dataFolder, "postgres"),
    say,
  });
  return { url: server.url, ended: server.ended, close: () => server.stop() };
}

/**
 * The same, migrated, for a command that is run beside the product or without it: joins the Waymark that is
 * running on the data folder, else starts the database for as long as the command takes.
 */
export async function joinDatabase(env: Env, say: Say): Promise<RunningDatabase> {
  if (env.databaseUrl !== null) {
    await migrate(env.databaseUrl);
    return { url: env.databaseUrl, ended: null, close: async () => {} };
  }
  const joined = runningInstance(env.dataFolder)?.databaseUrl ?? null;
  if (joined !== null) return { url: joined, ended: null, close: async () => {} };
  const lock = takeLock(env.dataFolder);
  try {
    return await startLocked(env, lock, say);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(env: Env, lock: InstanceLock, say: Say): Promise<RunningDatabase> {
  const database = await startDatabase(env, say);
  const close = async () => {
    // Another command may have joined meanwhile, and would lose its database in the middle of its work.
    const tell = () => say("Another Waymark command uses the database; this one waits for its end.");
    // Where the database cannot be asked any more there is nobody left to wait for.
    await waitUntilAlone(database.url, tell).catch(() => {});
    await database.close();
    lock.release();
  };
  try {
    await migrate(database.url);
    lock.announce({ databaseUrl: database.url });
    return { ...database, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
