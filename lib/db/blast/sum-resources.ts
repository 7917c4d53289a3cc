import type pg from "pg";
import { lifeOf } from "#lib/cloudtrail/resource/life.ts";
import { namesOf } from "#lib/cloudtrail/resource/resource-names.ts";
import type { Database } from "#lib/db/database.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { toEvents } from "#lib/db/read/to-events.ts";
import { fieldIs, WRITES } from "#lib/db/resources/resource-condition.ts";
import type { BlastResource } from "#lib/event/blast.ts";
import type { Proof } from "#lib/event/chain.ts";
import type { Event, Resource } from "#lib/event/event.ts";
import { allOf, anyOf } from "#lib/search/condition.ts";

/** A write, and the place of the credential it was made with. */
export type Written = { readonly event: Event; readonly node: number | null };

const MOST_RESOURCES = 1_000;
/** Of one call's resources; a call that names more is about none of them in particular. */
const MOST_OF_CALL = 25;
/** What was created is looked up again, to learn whether anybody deleted it. */
const MOST_CREATED = 300;
const MOST_DELETIONS = 1_000;

type Summing = {
  -readonly [Key in Exclude<keyof BlastResource, "calls" | "by" | "stands">]: BlastResource[Key];
} & {
  readonly calls: Set<string>;
  readonly by: Set<number>;
};

/**
 * What was written to, what of it was created, and what of that still stands: created things first, then the latest.
 */
export async function sumResources(
  db: Database,
  client: pg.PoolClient,
  written: readonly Written[],
): Promise<readonly BlastResource[]> {
  const found = new Map<string, Summing>();
  // Oldest first: what is created is met before it is deleted.
  for (const { event, node } of written.toReversed()) {
    for (const resource of event.resources.slice(0, MOST_OF_CALL)) {
      if (resource.type !== null) take(found, resource, event, node);
    }
  }
  const all = [...new Set(found.values())];
  await noteDeletions(
    db,
    client,
    all.filter(({ created, deleted }) => created !== null && deleted === null),
  );
  return all
    .map(
      (one): BlastResource => ({
        ...one,
        calls: [...one.calls],
        by: [...one.by],
        stands: one.created !== null && one.deleted === null,
      }),
    )
    .toSorted(
      (a, b) =>
        Number(b.stands) - Number(a.stands) ||
        Number(b.created !== null) - Number(a.created !== null) ||
        (a.lastSeen < b.lastSeen ? 1 : a.lastSeen > b.lastSeen ? -1 : 0) ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, MOST_RESOURCES);
}

function take(found: Map<string, Summing>, resource: Resource, event: Event, node: number | null): void {
  const keys = namesOf(resource.id).map((name) => `${resource.type} ${name}`);
  const entry: Summing = keys.map((key) => found.get(key)).find((one) => one !== undefined) ?? {
    id: resource.id,
    type: resource.type,
    account: event.account,
    region: event.region,
    writes: 0,
    refused: 0,
    calls: new Set(),
    firstSeen: event.eventTime,
    lastSeen: event.eventTime,
    created: null,
    deleted: null,
    by: new Set(),
  };
  for (const key of keys) found.set(key, entry);
  if (event.outcome === "success") entry.writes += 1;
  else entry.refused += 1;
  entry.calls.add(event.eventName);
  entry.lastSeen = event.eventTime;
  if (node !== null && node >= 0) entry.by.add(node);
  noteLife(entry, event, resource);
}

function noteLife(entry: Summing, event: Event, resource: Resource): void {
  const life = lifeOf(event, ({ id, type }) => id === resource.id && type === resource.type);
  if (life === "created" || life === "restored") {
    entry.created ??= proofOf(event);
    entry.deleted = null;
  } else if (life !== null) entry.deleted = proofOf(event);
}

/** Whoever did it: other credentials may have cleaned up. */
async function noteDeletions(
  db: Database,
  client: pg.PoolClient,
  created: readonly Summing[],
): Promise<void> {
  if (created.length === 0) return;
  const newest = created.slice(-MOST_CREATED);
  const names = newest.flatMap(({ id }) => namesOf(id));
  const named = anyOf(names.map((name) => fieldIs("resource", name)));
  const first = Math.min(...newest.map(({ firstSeen }) => Date.parse(firstSeen)));
  const found = await findRows(client, {
    predicate: await resolveSearch(client, allOf([named, WRITES, fieldIs("outcome", "success")])),
    range: { from: first, to: null },
    direction: "newest-first",
    after: null,
    limit: MOST_DELETIONS,
  });
  const events = await toEvents(db.terms, client, found);
  for (const one of newest) {
    const own = new Set(namesOf(one.id));
    for (const event of events) {
      const isSubject = ({ id, type }: Resource) =>
        type === one.type && namesOf(id).some((name) => own.has(name));
      const life = event.eventTime < one.firstSeen ? null : lifeOf(event, isSubject);
      if (life === null) continue;
      if (life === "deleted" || life === "deletion-scheduled") one.deleted = proofOf(event);
      // The newest word on it counts.
      break;
    }
  }
}

function proofOf({ eventId, eventTime, eventName }: Event): Proof {
  return { eventId, eventTime, eventName };
}
