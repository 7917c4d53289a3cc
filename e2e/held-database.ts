import { dataFolder } from "#e2e/data-folder.ts";
import { connect } from "#lib/db/connect.ts";
import { runningInstance } from "#lib/server/instance-lock.ts";

/** The database of the server under test while nobody can read events: every question about them waits. */
export type HeldDatabase = {
  /** Waits until a question waits for events that began so many milliseconds after the first that did. */
  readonly waitForLater: (ms: number) => Promise<void>;
  /** The questions that wait now: a name for each, which no other ever has. */
  readonly waiting: () => Promise<readonly string[]>;
  readonly release: () => Promise<void>;
};

const PATIENCE_MS = 15_000;

export async function holdEvents(): Promise<HeldDatabase> {
  const url = runningInstance(dataFolder())?.databaseUrl;
  if (url == null) throw new Error("The server under test has no database.");
  const holder = await connect(url);
  const watcher = await connect(url);
  // The months, not the table above them: that one is held by whoever counts, and it is months that are slow to read.
  const { rows: months } = await holder.query<{ readonly name: string }>(
    "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'event'::regclass order by name",
  );
  const names = months.map(({ name }) => name).join(", ");
  await holder.query(`begin; lock table ${names} in access exclusive mode`);
  return {
    waiting: async () => {
      const { rows } = await watcher.query<{ readonly name: string }>(
        "select pid || ' ' || xact_start as name from pg_stat_activity where wait_event_type = 'Lock' and xact_start is not null",
      );
      return rows.map(({ name }) => name);
    },
    waitForLater: async (ms) => {
      const end = Date.now() + PATIENCE_MS;
      let first = Number.POSITIVE_INFINITY;
      while (Date.now() < end) {
        const { rows } = await watcher.query<{ readonly began: string }>(
          "select extract(epoch from xact_start) * 1000 as began from pg_stat_activity where wait_event_type = 'Lock' and xact_start is not null",
        );
        const began = rows.map((row) => Number(row.began));
        first = Math.min(first, ...began);
        if (began.some((time) => time > first + ms)) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`Nothing has waited for events that began ${ms} ms after the first.`);
    },
    release: async () => {
      await Promise.all([holder.end(), watcher.end()]);
    },
  };
}
