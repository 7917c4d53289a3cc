import { database } from "#lib/db/database.ts";
import { readListed } from "#lib/db/names/read-listed.ts";
import { readNames } from "#lib/db/names/read-names.ts";
import { withListed } from "#lib/event/listed-accounts.ts";
import { NO_NAMES } from "#lib/event/name-book.ts";
import type { Names } from "#lib/event/names.ts";
import { log } from "#lib/server/log.ts";

/** Every page shows names, and no page may wait for them: they are kept for a moment, and done without in need. */

const KEPT_MS = 5_000;
const PATIENCE_MS = 500;

type Kept = { names: Names; at: number };

/** On globalThis: pages and routes are bundled apart, and what one of them forgets the others must not remember. */
const forProcess = globalThis as { waymarkNames?: Kept };
forProcess.waymarkNames ??= { names: NO_NAMES, at: Number.NEGATIVE_INFINITY };
const kept = forProcess.waymarkNames;

/** The names that pages show: those of a moment ago where the database does not answer in time. */
export async function readShownNames(now: number): Promise<Names> {
  if (now - kept.at < KEPT_MS) return kept.names;
  const late = new Promise<Names>((resolve) => {
    setTimeout(() => resolve(kept.names), PATIENCE_MS).unref();
  });
  return Promise.race([readNow(now), late]);
}

/** The next page reads them anew. */
export function forgetNames(): void {
  kept.at = Number.NEGATIVE_INFINITY;
}

async function readNow(now: number): Promise<Names> {
  try {
    const [given, listed] = await Promise.all([readNames(database()), readListed(database())]);
    kept.names = withListed(given, listed);
    kept.at = now;
  } catch (error) {
    log().warn({ err: error }, "Names could not be read");
  }
  return kept.names;
}
