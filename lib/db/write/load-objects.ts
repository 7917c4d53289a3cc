import type pg from "pg";
import { foldWhenMany } from "#lib/db/activity/fold-activity.ts";
import { CredentialFacts } from "#lib/db/credentials/add-facts.ts";
import { holdMonths } from "#lib/db/retention/locks.ts";
import { inTransaction } from "#lib/db/sql/raw.ts";
import { addCoverage, createCoverageCells } from "#lib/db/write/add-coverage.ts";
import type { EncodedBlock } from "#lib/db/write/encode-event.ts";
import { createBlockLoader } from "#lib/db/write/load-blocks.ts";
import { setLoadSettings } from "#lib/db/write/load-settings.ts";
import type { LoadTarget } from "#lib/db/write/load-target.ts";
import { forgetPartitions } from "#lib/db/write/partitions.ts";
import { addCounts, type LoadCounts, NO_COUNTS, type ObjectFacts } from "#lib/db/write/prepared.ts";
import { settleLoaded } from "#lib/db/write/settle-loaded.ts";

/**
 * The end of the river in. A batch of log objects is one transaction: raw blocks, events, refusals, ledger and
 * coverage, or nothing of it. Killed at any point, the objects are simply not in the ledger and come again.
 */

/**
 * Another loader that writes the same event at the same moment makes PostgreSQL refuse ours (unique violation)
 * or end one of us (deadlock). Trying again is right: by then the other's events are there and count as duplicates.
 */
const COLLISIONS = new Set(["23505", "40P01", "40001"]);
/** check_violation: a month that this process knew has been removed since, and has to be made again. */
const NO_PARTITION = "23514";
const MOST_TRIES = 8;

/**
 * One object and its blocks. A large object gives its blocks one after the other, so that they need not all be in
 * memory.
 */
export type ObjectToLoad = {
  readonly facts: ObjectFacts;
  blocks(): Iterable<EncodedBlock> | AsyncIterable<EncodedBlock>;
};

/** Writes these objects; gives for each, in order, what became of its records. */
export async function loadObjects(
  target: LoadTarget,
  objects: readonly ObjectToLoad[],
): Promise<LoadCounts[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const counts = await inTransaction(target.pool, (client) => loadInTransaction(target, client, objects));
      await foldWhenMany(target.pool);
      return counts;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (attempt >= MOST_TRIES || !(COLLISIONS.has(code) || code === NO_PARTITION)) throw error;
      if (code === NO_PARTITION) forgetPartitions(target.pool);
      await new Promise((resolve) => setTimeout(resolve, attempt * 20 * (0.5 + Math.random())));
    }
  }
}

async function loadInTransaction(
  target: LoadTarget,
  client: pg.PoolClient,
  objects: readonly ObjectToLoad[],
): Promise<LoadCounts[]> {
  await holdMonths(client);
  await setLoadSettings(client);
  const counts: LoadCounts[] = objects.map(() => NO_COUNTS);
  const cells = createCoverageCells();
  const credentials = new CredentialFacts();
  const loader = createBlockLoader(target, client, (place, added, kept) => {
    counts[place] = addCounts(counts[place] ?? NO_COUNTS, added);
    const object = objects[place];
    if (object !== undefined) cells.addEvents(object.facts, kept);
    for (const event of kept) credentials.add(event);
  });
  for (const [index, object] of objects.entries()) {
    for await (const block of object.blocks()) await loader.add(index, object.facts.key, block);
  }
  await loader.flush();
  await credentials.write(client);
  const settled = objects.map((object, index) => ({
    facts: object.facts,
    counts: counts[index] ?? NO_COUNTS,
  }));
  const fresh = await settleLoaded(client, target.source.id, target.jobId, settled);
  for (const { facts } of objects) if (fresh.has(facts.key)) cells.addObject(facts);
  await addCoverage(client, target.source.id, cells.all());
  return counts;
}
