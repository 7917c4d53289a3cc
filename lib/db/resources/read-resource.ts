import type pg from "pg";
import { findRelated } from "#lib/cloudtrail/resource/find-related.ts";
import { type Life, lifeOf } from "#lib/cloudtrail/resource/life.ts";
import { changesOf, type Parameters } from "#lib/cloudtrail/resource/parameter-changes.ts";
import { namesOf, type ResourceName, readResourceName } from "#lib/cloudtrail/resource/resource-names.ts";
import type { Change, ResourceStory, Standing } from "#lib/cloudtrail/resource/resource-story.ts";
import type { Database } from "#lib/db/database.ts";
import type { EventColumns } from "#lib/db/read/event-columns.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { toEventsWithOrigins } from "#lib/db/read/with-origins.ts";
import { chooseAmong } from "#lib/db/resources/choose-among.ts";
import { findReaders } from "#lib/db/resources/find-readers.ts";
import { fieldIs, queryOf, READS, resourceCondition, WRITES } from "#lib/db/resources/resource-condition.ts";
import { inReadTransaction } from "#lib/db/sql/raw.ts";
import type { Event, Resource } from "#lib/event/event.ts";
import { allOf, anyOf } from "#lib/search/condition.ts";
import type { Condition } from "#lib/search/search.ts";

export type ResourceRequest = {
  /** Any ARN, id or name. */
  readonly id: string;
  /** Which of several things of one name is meant. */
  readonly type: string | null;
  readonly account: string | null;
};

/** How many of the newest events are read for each list; and of the oldest, to find what began it. */
const MOST_WRITES = 500;
const MOST_FIRST = 100;
const MOST_READS = 1_000;
const MOST_CHANGES = 200;
const MOST_RELATED = 100;
const TIME_LIMIT = 10_000;
const DONE = allOf([WRITES, fieldIs("outcome", "success")]);
const ALL_TIME = { from: null, to: null } as const;

/** What the loaded events tell of a thing; null where none names it. */
export function readResource(db: Database, request: ResourceRequest): Promise<ResourceStory | null> {
  const read = readResourceName(request.id);
  const asked = {
    ...read,
    type: request.type ?? read.type,
    account: request.account ?? read.account,
  };
  return inReadTransaction(db.pool, TIME_LIMIT, async (client) => {
    const found = await readEvents(db, client, resourceCondition(asked));
    return found.all.length === 0 ? null : tell(asked, found);
  });
}

type Found = {
  readonly subject: Condition;
  /** Newest first, at most MOST_WRITES and one. */
  readonly writes: readonly Write[];
  /** The oldest that succeeded, oldest first. */
  readonly first: readonly Event[];
  readonly reads: readonly Event[];
  readonly all: readonly Event[];
};

type Write = { readonly event: Event; readonly parameters: Parameters };

async function readEvents(db: Database, client: pg.PoolClient, subject: Condition): Promise<Found> {
  const find = async (direction: "newest-first" | "oldest-first", limit: number, more: Condition) =>
    findRows(client, {
      predicate: await resolveSearch(client, allOf([subject, more])),
      range: ALL_TIME,
      direction,
      after: null,
      limit,
    });
  const toShown = (rows: readonly EventColumns[]) => toEventsWithOrigins(db.terms, client, rows);
  const writeRows = await find("newest-first", MOST_WRITES + 1, WRITES);
  const events = await toShown(writeRows);
  const parameters = await readParameters(db, client, writeRows);
  const writes = events.map((event, index) => ({ event, parameters: parameters[index] ?? new Map() }));
  const first =
    writeRows.length <= MOST_WRITES
      ? events.filter(({ outcome }) => outcome === "success").toReversed()
      : await toShown(await find("oldest-first", MOST_FIRST, DONE));
  const reads = await toShown(await find("newest-first", MOST_READS + 1, READS));
  return { subject, writes, first, reads, all: [...events, ...first, ...reads] };
}

const REQUEST = "requestParameters.";

/** What each row's call asked for, from the terms that its record was indexed under. */
async function readParameters(
  db: Database,
  client: pg.PoolClient,
  rows: readonly EventColumns[],
): Promise<Parameters[]> {
  const words = await db.terms.valuesOf(
    client,
    rows.flatMap(({ terms }) => terms),
  );
  return rows.map(({ terms }) => {
    const byPath = new Map<string, string[]>();
    for (const id of terms) {
      const term = words.get(id);
      if (term === undefined || !term.path.startsWith(REQUEST)) continue;
      const path = term.path.slice(REQUEST.length);
      byPath.set(path, [...(byPath.get(path) ?? []), term.value]);
    }
    return byPath;
  });
}

function tell(asked: ResourceName, found: Found): ResourceStory {
  const { subject, writes, first, reads, all } = found;
  const choices = chooseAmong(asked, all);
  const [only, ...others] = choices;
  const isOne = others.length === 0;
  const type = asked.type ?? (isOne ? (only?.type ?? null) : null);
  const names = new Set(asked.names);
  const isSubject = ({ id, type: own }: Resource) =>
    (type === null || own === null || own === type) && namesOf(id).some((name) => names.has(name));
  const written = once([...first, ...writes.map(({ event }) => event)]);
  const lives = livesOf(written, isSubject);
  const times = all.map(({ eventTime }) => eventTime).sort();
  const place = lives[0]?.event ?? writes[0]?.event ?? reads[0];
  const met = new Set([
    ...names,
    ...all.flatMap(({ resources }) => resources.filter(isSubject)).map(({ id }) => id),
  ]);
  const toQuery = (id: string) =>
    queryOf(subject, DONE, anyOf(namesOf(id).map((name) => fieldIs("resource", name))));
  return {
    id: asked.id,
    type,
    account: asked.account ?? (isOne ? (only?.account ?? place?.account ?? null) : null),
    region: asked.region ?? (isOne ? (place?.region ?? null) : null),
    names: [...met],
    choices: isOne ? [] : choices,
    standing: isOne ? standingOf(lives.at(-1)?.life) : "several",
    q: queryOf(subject),
    firstSeen: times[0] ?? null,
    lastSeen: times.at(-1) ?? null,
    lives: isOne ? lives : [],
    changes: {
      q: queryOf(subject, WRITES),
      items: toChanges(writes.slice(0, MOST_WRITES), names, isSubject),
      looked: Math.min(writes.length, MOST_WRITES),
      isCut: writes.length > MOST_WRITES,
    },
    readers: {
      q: queryOf(subject, READS),
      items: findReaders(reads.slice(0, MOST_READS), subject),
      looked: Math.min(reads.length, MOST_READS),
      isCut: reads.length > MOST_READS,
    },
    related: findRelated(written, isSubject)
      .slice(0, MOST_RELATED)
      .map((one) => ({ ...one, q: toQuery(one.id) })),
  };
}

function once(events: readonly Event[]): readonly Event[] {
  return [...new Map(events.map((event) => [`${event.eventId} ${event.account}`, event])).values()];
}

/** What began and ended the thing, oldest first. */
function livesOf(
  events: readonly Event[],
  isSubject: (resource: Resource) => boolean,
): { readonly life: Life; readonly event: Event }[] {
  return events
    .flatMap((event) => {
      const life = lifeOf(event, isSubject);
      return life === null ? [] : [{ life, event }];
    })
    .toSorted((a, b) => (a.event.eventTime < b.event.eventTime ? -1 : 1));
}

function standingOf(last: Life | undefined): Standing {
  if (last === undefined) return "seen";
  return last === "created" || last === "restored" ? "standing" : last;
}

function toChanges(
  writes: readonly Write[],
  names: ReadonlySet<string>,
  isSubject: (resource: Resource) => boolean,
): readonly Change[] {
  const oldestFirst = writes.toReversed();
  const parameters = changesOf(
    oldestFirst.map(({ event, parameters: asked }) => ({
      eventName: event.eventName,
      isDone: event.outcome === "success",
      parameters: asked,
    })),
    names,
  );
  return oldestFirst
    .map(({ event }, index) => ({
      event,
      life: lifeOf(event, isSubject),
      parameters: parameters[index] ?? [],
    }))
    .toReversed()
    .slice(0, MOST_CHANGES);
}
