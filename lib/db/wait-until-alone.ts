import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { connect } from "#lib/db/connect.ts";

const LOOK_EVERY_MS = 250;
/** A connection that was just closed is still there for a moment, and not worth a word. */
const SILENT_MS = 1500;
const Row = z.object({ others: z.coerce.number() });

/** Waits until nobody else is connected to the database; `onWait` is called once if that takes a while. */
export async function waitUntilAlone(url: string, onWait: () => void): Promise<void> {
  const client = await connect(url);
  try {
    let looks = 0;
    for (;;) {
      const { rows } = await client.query(
        `select count(*) as others from pg_stat_activity
         where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      if (Row.parse(rows[0]).others === 0) return;
      looks += 1;
      if (looks === SILENT_MS / LOOK_EVERY_MS) onWait();
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    await client.end();
  }
}
