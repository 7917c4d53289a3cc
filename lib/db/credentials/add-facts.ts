import type pg from "pg";
import {
  addUse,
  type ChainRecord,
  type Credential,
  type Issued,
  readIssued,
  readUse,
} from "#lib/cloudtrail/chain/facts.ts";
import { credentialId } from "#lib/db/credentials/credential-id.ts";
import { execute, sql } from "#lib/db/sql/raw.ts";
import { credentialRef, type Party } from "#lib/event/credential.ts";

/**
 * Gathers, from the events of a batch that are new, which credentials they were made with and which they issued. A
 * credential is one row however often it was used, so a batch writes few.
 */
export class CredentialFacts {
  // By the object itself: the events of a batch share a few parties, and what a party says of its credential is read once.
  readonly #spans = new Map<Party, Span>();
  readonly #issues: Issued[] = [];

  add(record: ChainRecord): void {
    const { party, time } = record;
    const span = this.#spans.get(party);
    if (span === undefined) this.#spans.set(party, { first: time, last: time });
    else if (time < span.first) span.first = time;
    else if (time > span.last) span.last = time;
    const issued = readIssued(record);
    if (issued !== null) this.#issues.push(issued);
  }

  #credentials(): Iterable<Credential> {
    const credentials = new Map<string, Credential>();
    for (const [party, { first, last }] of this.#spans) addUse(credentials, readUse(party, first, last));
    return credentials.values();
  }

  /**
   * Writes what was gathered, in the caller's transaction. In one order by everyone: loaders then wait in line and
   * never in a circle. Writing the same facts again changes nothing.
   */
  async write(client: pg.PoolClient): Promise<void> {
    const rows: Row[] = [];
    const keys: Key[] = [];
    for (const credential of this.#credentials()) {
      const row = toRow(credential);
      rows.push(row);
      for (const key of credential.keys) keys.push({ key, credential: row.id });
    }
    rows.sort(byId);
    if (rows.length > 0) await upsertCredentials(client, rows);
    if (keys.length > 0) await insertKeys(client, keys);
    if (this.#issues.length > 0) await insertIssues(client, this.#issues);
  }
}

/** Seconds since 1970 UTC. */
type Span = { first: number; last: number };

type Row = ReturnType<typeof toRow>;
type Key = { readonly key: string; readonly credential: string };

function byId(a: Row, b: Row): number {
  return a.id < b.id ? -1 : 1;
}

function toRow({ ref, party, firstSeen, lastSeen }: Credential) {
  return { id: credentialId(ref), ref, ...party, firstSeen, lastSeen };
}

async function upsertCredentials(client: pg.PoolClient, all: readonly Row[]): Promise<void> {
  await execute(
    client,
    sql`insert into credential as known (id, ref, kind, name, account, arn, principal_id, role, role_arn, session, "user", key,
          created_at, sign_in, mfa, on_behalf_of, source_identity, in_scope_of, sign_in_session, provider, first_seen, last_seen)
        select id, ref, kind, name, account, arn, "principalId", role, "roleArn", session, "user", key, "createdAt", "signIn", mfa,
          "onBehalfOf", "sourceIdentity", "inScopeOf", "signInSession", provider, "firstSeen", "lastSeen"
        from json_to_recordset(${JSON.stringify(all)}::json) as new (id uuid, ref text, kind text, name text, account text,
          arn text, "principalId" text, role text, "roleArn" text, session text, "user" text, key text, "createdAt" bigint,
          "signIn" text, mfa boolean, "onBehalfOf" text, "sourceIdentity" text, "inScopeOf" text, "signInSession" text,
          provider text, "firstSeen" bigint, "lastSeen" bigint)
        on conflict (id) do update set
          kind = least(known.kind, excluded.kind), name = least(known.name, excluded.name),
          account = least(known.account, excluded.account), arn = least(known.arn, excluded.arn),
          principal_id = least(known.principal_id, excluded.principal_id), role = least(known.role, excluded.role),
          role_arn = least(known.role_arn, excluded.role_arn), session = least(known.session, excluded.session),
          "user" = least(known."user", excluded."user"), key = least(known.key, excluded.key),
          created_at = least(known.created_at, excluded.created_at), sign_in = least(known.sign_in, excluded.sign_in),
          mfa = least(known.mfa, excluded.mfa), on_behalf_of = least(known.on_behalf_of, excluded.on_behalf_of),
          source_identity = least(known.source_identity, excluded.source_identity),
          in_scope_of = least(known.in_scope_of, excluded.in_scope_of),
          sign_in_session = least(known.sign_in_session, excluded.sign_in_session),
          provider = least(known.provider, excluded.provider),
          first_seen = least(known.first_seen, excluded.first_seen), last_seen = greatest(known.last_seen, excluded.last_seen)`,
  );
}

async function insertKeys(client: pg.PoolClient, all: readonly Key[]): Promise<void> {
  await execute(
    client,
    sql`insert into credential_key (key, credential)
        select * from unnest(${all.map((row) => row.key)}::text[], ${all.map((row) => row.credential)}::uuid[]) as new (key, credential)
        order by 1, 2 on conflict do nothing`,
  );
}

async function insertIssues(client: pg.PoolClient, issues: readonly Issued[]): Promise<void> {
  const all = issues.map(({ eventId, time, issue, caller }) => {
    const ref = credentialRef(caller);
    return {
      ...issue,
      eventId,
      time,
      caller: ref === null ? null : credentialId(ref),
      callerKind: caller.kind,
      callerName: caller.name,
      facts: withoutNulls(caller),
    };
  });
  await execute(
    client,
    sql`insert into credential_issue (event_id, event_time, account, how, key, target, holder, shared_event_id, grant_account,
          grant_permission_set, caller, caller_kind, caller_name, caller_facts)
        select "eventId", time, account, how, key, target, holder, "sharedEventId", "grant"->>'account', "grant"->>'permissionSet',
          caller, "callerKind", "callerName", facts
        from json_to_recordset(${JSON.stringify(all)}::json) as new ("eventId" uuid, time bigint, account text, how text, key text,
          target text, holder text, "sharedEventId" text, "grant" json, caller uuid, "callerKind" text, "callerName" text, facts jsonb)
        order by 1, 2, 3 on conflict do nothing`,
  );
}

function withoutNulls(party: Party): Partial<Party> {
  return Object.fromEntries(Object.entries(party).filter(([, value]) => value !== null));
}
