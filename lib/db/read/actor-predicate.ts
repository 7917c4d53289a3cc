import * as z from "zod";
import { basicSecond, isoSecond } from "#lib/base/iso-time.ts";
import { type Behind, findBehind } from "#lib/db/credentials/find-behind.ts";
import { FIELD_TERMS } from "#lib/db/read/field-terms.ts";
import { findFieldLists, findTerms } from "#lib/db/read/find-terms.ts";
import type { Predicate } from "#lib/db/read/predicate.ts";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import { findPathIds } from "#lib/db/terms/path-ids.ts";
import { termHash } from "#lib/db/terms/term-hash.ts";
import type { Test } from "#lib/search/search.ts";

const PRINCIPAL = "userIdentity.principalId";
const CREATED = "userIdentity.sessionContext.attributes.creationDate";
const STORE = "userIdentity.onBehalfOf.identityStoreArn";
const USER_ID = "userIdentity.onBehalfOf.userId";
/** Where a record names somebody who is behind its caller. */
const NAMES_BEHIND = ["userIdentity.sessionContext.sourceIdentity", USER_ID] as const;

/**
 * `found`, the events that bear the name of an actor, and besides them what somebody of a name that passes the test did
 * through sessions. `ids` are the terms of the callers' names that pass.
 */
export async function withSessions(
  on: Queryable,
  test: Exclude<Test, { kind: "exists" }>,
  ids: readonly number[],
  found: Predicate,
): Promise<Predicate> {
  const paths = [...(await findPathIds(on, NAMES_BEHIND)).values()];
  const behindIds = await findTerms(on, { paths }, test);
  const unsigned = await unsignedLists(on);
  const names = await valuesOf(on, [...ids, ...behindIds]);
  const behind = await findBehind(on, names, test, unsigned.length > 0);
  const others = [
    ...(await signedPredicate(on, behind)),
    ...(await unsignedPredicate(on, behind, unsigned)),
    ...(await personPredicate(on, behind)),
  ];
  return others.length === 0 ? found : { kind: "any", of: [found, ...others] };
}

async function signedPredicate(on: Queryable, { keys, principals }: Behind): Promise<Predicate[]> {
  if (keys.length === 0) return [];
  const signed = terms((await termIds(on, FIELD_TERMS.key.path, keys)).values());
  // A masked or forged log may give one key to several principals.
  const by = terms((await termIds(on, PRINCIPAL, principals)).values());
  return [{ kind: "all", of: [signed, { kind: "on-row", of: by }] }];
}

/** What Identity Center users did without a credential, as in its portal, where the record does not name them. */
async function personPredicate(on: Queryable, { people }: Behind): Promise<Predicate[]> {
  if (people.length === 0) return [];
  const parts = people.map((person) => {
    const at = person.lastIndexOf("#");
    return { store: person.slice(0, at), userId: person.slice(at + 1) };
  });
  const stores = await termIds(
    on,
    STORE,
    parts.map(({ store }) => store),
  );
  const userIds = await termIds(
    on,
    USER_ID,
    parts.map(({ userId }) => userId),
  );
  const types = await termIds(on, FIELD_TERMS.identity.path, ["IdentityCenterUser"]);
  const isNamed = terms(await findFieldLists(on, FIELD_TERMS.user.path));
  const of = parts.flatMap(({ store, userId }): Predicate[] => {
    const both = [stores.get(store), userIds.get(userId)].filter((id) => id !== undefined);
    return both.length < 2 ? [] : [{ kind: "all", of: both.map((id) => terms([id])) }];
  });
  return [{ kind: "all", of: [terms(types.values()), { kind: "not", of: isNamed }, { kind: "any", of }] }];
}

/** The lists of fields of events that were made by a session and bear no key. */
async function unsignedLists(on: Queryable): Promise<readonly number[]> {
  const signed = new Set(await findFieldLists(on, FIELD_TERMS.key.path));
  return (await findFieldLists(on, FIELD_TERMS.session.path)).filter((id) => !signed.has(id));
}

/** Events of these sessions that bear no key, as where it was masked. `unsigned`: as unsignedLists gives it. */
async function unsignedPredicate(
  on: Queryable,
  { sessions }: Behind,
  unsigned: readonly number[],
): Promise<Predicate[]> {
  if (sessions.length === 0) return [];
  const principals = await termIds(
    on,
    PRINCIPAL,
    sessions.map(({ principalId }) => principalId),
  );
  const moments = await termIds(
    on,
    CREATED,
    sessions.flatMap(({ createdAt }) => spellings(createdAt)),
  );
  const bySession = new Map<number, number[]>();
  for (const { principalId, createdAt } of sessions) {
    const principal = principals.get(principalId);
    const created = spellings(createdAt).flatMap((text) => moments.get(text) ?? []);
    if (principal === undefined || created.length === 0) continue;
    bySession.set(principal, [...(bySession.get(principal) ?? []), ...created]);
  }
  const of = [...bySession].map(
    ([principal, created]): Predicate => ({
      kind: "all",
      of: [{ kind: "on-row", of: terms([principal]) }, terms(created)],
    }),
  );
  return [
    {
      kind: "all",
      of: [
        { kind: "on-row", of: terms(unsigned) },
        { kind: "any", of },
      ],
    },
  ];
}

/** As AWS writes it today, and as it did once. */
function spellings(createdAt: number): readonly string[] {
  return [isoSecond(createdAt * 1000), basicSecond(createdAt * 1000)];
}

function terms(ids: Iterable<number>): Predicate {
  return { kind: "terms", ids: [...ids], shortcut: null };
}

async function valuesOf(on: Queryable, ids: readonly number[]): Promise<string[]> {
  const found = await rows(
    on,
    z.object({ value: z.string() }),
    sql`select distinct value from term where id = any(${[...ids]}::int[])`,
  );
  return found.map(({ value }) => value);
}

/** The ids of those of these values that stand under a path. */
async function termIds(on: Queryable, path: string, values: readonly string[]): Promise<Map<string, number>> {
  const hashes = [...new Set(values)].map((value) => termHash(value));
  const found = await rows(
    on,
    z.object({ id: z.int(), value: z.string() }),
    sql`select id, value from term
        where path_id = (select id from path where name = ${path}) and hash = any(${hashes}::uuid[])`,
  );
  return new Map(found.map(({ id, value }) => [value, id]));
}
