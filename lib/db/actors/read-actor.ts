import type pg from "pg";
import * as z from "zod";
import { isoSecond } from "#lib/base/iso-time.ts";
import { readActivity } from "#lib/db/actors/read-activity.ts";
import { readNewest } from "#lib/db/actors/read-newest.ts";
import { readRefusals } from "#lib/db/actors/read-refusals.ts";
import { readAssumed, readAssumers } from "#lib/db/actors/read-relations.ts";
import { type ScannedProfile, scanProfile } from "#lib/db/actors/scan-profile.ts";
import { idsOf, seenCalls, seenServices, seenValues } from "#lib/db/actors/seen-values.ts";
import type { Database } from "#lib/db/database.ts";
import { actorKindOf } from "#lib/db/event-codes.ts";
import { isImpossible, type Predicate } from "#lib/db/read/predicate.ts";
import { type Resolved, resolveSearch } from "#lib/db/read/resolve-search.ts";
import { NEWEST_EVENT_TIME } from "#lib/db/read-coverage.ts";
import { inSnapshot } from "#lib/db/sql/in-snapshot.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import type { ActorProfile } from "#lib/event/actor/actor-profile.ts";
import { spanBefore } from "#lib/event/actor/span-before.ts";
import { toolOfAgent } from "#lib/event/actor/tool-of-agent.ts";
import { usedPolicyOf } from "#lib/event/actor/used-policy.ts";
import { placeByItself } from "#lib/event/address-place.ts";
import { queryFor } from "#lib/search/edit-query.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import type { Condition, TimeRange } from "#lib/search/search.ts";

export type ActorRequest = {
  readonly name: string;
  /** True for a role by its name. */
  readonly isRole: boolean;
  /** Both open: the last 30 days of what is loaded. */
  readonly range: TimeRange;
  /** Milliseconds that reading events may take, of the span and of the days before it. */
  readonly scanTime?: number;
};

const TIME_LIMIT = 10_000;
/** Longer than for a facet: a person whose events are many deserves lists of more than the newest few. */
const SCAN_TIME = 600;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const USUAL_DAYS = 30;
const DAYS_BEFORE = 30;

type Span = { readonly from: number; readonly to: number };
type Loaded = { readonly first: number; readonly last: number };

/**
 * One actor over a span of time. null where no loaded event names it.
 * @throws Failure("bad-query") where too many sessions lead back to it
 */
export async function readActor(db: Database, request: ActorRequest): Promise<ActorProfile | null> {
  const q = queryFor(request.isRole ? "role" : "actor", request.name);
  const { where } = parseQuery(q);
  const known: Resolved = new Map();
  const { predicate, loaded } = await inSnapshot(db.pool, TIME_LIMIT, async (client) => ({
    predicate: await resolveSearch(client, where, known),
    loaded: await readLoaded(client),
  }));
  if (loaded === null || isImpossible(predicate)) return null;
  const span = spanOf(request.range, loaded);
  const before = { from: span.from - DAYS_BEFORE * DAY, to: span.from };
  const isKnown = loaded.first <= span.from - DAY;
  const asked: Asked = {
    q,
    search: { where, known },
    predicate,
    span,
    budget: request.scanTime ?? SCAN_TIME,
  };
  // Three connections: the parts do not wait for one another.
  const [own, earlier, around] = await Promise.all([
    inSnapshot(db.pool, TIME_LIMIT, (client) => readOwn(client, asked)),
    inSnapshot(db.pool, TIME_LIMIT, (client) =>
      scanProfile(client, { predicate, range: before, budget: asked.budget }),
    ),
    inSnapshot(db.pool, TIME_LIMIT, (client) => readAround(db, client, asked, request)),
  ]);
  const lists = await inSnapshot(db.pool, TIME_LIMIT, (client) =>
    readLists(db, client, asked, own.scanned, isKnown ? earlier : null),
  );
  return {
    name: request.name,
    isRole: request.isRole,
    q,
    from: isoSecond(span.from),
    to: isoSecond(span.to),
    activity: own.activity,
    ...lists,
    ...around,
    before: {
      from: isoSecond(before.from),
      to: isoSecond(before.to),
      events: earlier.events,
      isWhole: earlier.isWhole,
      isKnown,
    },
    loadedFrom: isoSecond(loaded.first),
    loadedTo: isoSecond(loaded.last),
    policy: usedPolicyOf(
      lists.calls.map(({ value, ...call }) => ({ ...call, event: value })),
      own.scanned.isWhole,
    ),
  };
}

type Asked = {
  readonly q: string;
  readonly search: { readonly where: Condition; readonly known: Resolved };
  readonly predicate: Predicate;
  readonly span: Span;
  readonly budget: number;
};

async function readOwn(client: pg.PoolClient, { search, predicate, span, budget }: Asked) {
  const scanned = await scanProfile(client, { predicate, range: span, budget });
  return { scanned, activity: await readActivity(client, search, span, scanned) };
}

/** What single newest events tell: credentials, and ties to others. */
async function readAround(
  db: Database,
  client: pg.PoolClient,
  { q, predicate, span }: Asked,
  { name }: ActorRequest,
) {
  const newest = await readNewest(db, client, predicate, span);
  const roles = newest.identities.filter((arn) => arn.includes(":role/") && arn.endsWith(`/${name}`));
  return {
    ...newest,
    assumes: await readAssumed(db, client, { q, predicate }, span),
    assumedBy: roles.length === 0 ? null : await readAssumers(db, client, roles, span),
  };
}

async function readLists(
  db: Database,
  client: pg.PoolClient,
  { predicate, span }: Asked,
  now: ScannedProfile,
  before: ScannedProfile | null,
) {
  const compared = { now, before, words: await db.terms.valuesOf(client, idsOf(now)) };
  const calls = seenCalls(compared);
  const kinds = now.cells("actorKind").map(({ a, count }) => ({ kind: actorKindOf(a), count }));
  return {
    kinds: kinds.sort((a, b) => b.count - a.count),
    told: { events: now.events, isWhole: now.isWhole },
    denied: calls.reduce((sum, { denied }) => sum + denied, 0),
    failed: calls.reduce((sum, { failed }) => sum + failed, 0),
    services: seenServices(compared),
    calls,
    accounts: seenValues("account", compared),
    regions: seenValues("region", compared),
    addresses: seenValues("ip", compared).map((one) => ({ ...one, ...placeByItself(one.value) })),
    agents: seenValues("agent", compared).map((one) => ({ ...one, tool: toolOfAgent(one.value) })),
    roles: seenValues("role", compared),
    errors: seenValues("error", compared),
    refusals: await readRefusals(db, client, { predicate, range: span, calls }),
  };
}

const LoadedRow = z.object({ first: z.coerce.number().nullable(), last: z.coerce.number().nullable() });

/**
 * The first and last event of all that is loaded, forged futures apart, milliseconds since 1970; null where nothing
 * is.
 */
async function readLoaded(client: pg.PoolClient): Promise<Loaded | null> {
  const [row] = await rows(
    client,
    LoadedRow,
    sql`select date_part('epoch', min(event_time)) as first, date_part('epoch', ${NEWEST_EVENT_TIME}) as last from event`,
  );
  const { first = null, last = null } = row ?? {};
  return first === null || last === null ? null : { first: first * 1000, last: last * 1000 };
}

/** Whole hours, so that the roll-up can answer; where no beginning is asked for, 30 days. */
function spanOf({ from, to }: TimeRange, { last }: Loaded): Span {
  const end = Math.ceil((to ?? last + 1000) / HOUR) * HOUR;
  const begin =
    from === null ? spanBefore(USUAL_DAYS, { to: end, lastEvent: last }) : Math.floor(from / HOUR) * HOUR;
  return { from: begin, to: Math.max(end, begin + HOUR) };
}
