import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { connect } from "#lib/db/connect.ts";

const LOOK_EVERY_MS = 250;
const Row = z.object({ others: z.coerce.number() });

/** Waits until nobody else is connected to the database; `onWait` is called once if there is somebody. */
export async function waitUntilAlone(url: string, onWait: () => void): Promise<void> {
  const client = await connect(url);
  try {
    for (let isTold = false; ; isTold = true) {
      const { rows } = await client.query(
        `select count(*) as others from pg_stat_activity
         where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      if (Row.parse(rows[0]).others === 0) return;
      if (!isTold) onWait();
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    await client.end();
  }
}
