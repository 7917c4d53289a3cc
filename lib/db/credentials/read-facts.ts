import type { Credential, Issued } from "#lib/cloudtrail/chain/facts.ts";
import {
  CLOCKS_DIFFER_BY,
  CONSOLE_SESSION,
  PORTAL_BEFORE,
  SAME_MOMENT,
  targetsOf,
} from "#lib/cloudtrail/chain/find-link.ts";
import { credentialId } from "#lib/db/credentials/credential-id.ts";
import {
  CREDENTIAL_COLUMNS,
  CredentialRow,
  ISSUE_COLUMNS,
  IssueRow,
  toCredential,
  toIssued,
} from "#lib/db/credentials/fact-rows.ts";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import type { Party } from "#lib/event/credential.ts";

/** The least that tracing asks for around these callers: a few statements, whatever their number. */

/** Credentials with these names, with all keys of each. */
export async function readCredentials(on: Queryable, refs: readonly string[]): Promise<Credential[]> {
  if (refs.length === 0) return [];
  const found = await rows(
    on,
    CredentialRow,
    sql`select ${CREDENTIAL_COLUMNS} from credential c where c.id = any(${refs.map(credentialId)}::uuid[])`,
  );
  return found.map(toCredential);
}

/** Credentials of callers whose own account has no record here: by principal id, alive at that time. */
export async function readByPrincipal(
  on: Queryable,
  asked: readonly { readonly principalId: string; readonly time: number }[],
): Promise<Credential[]> {
  if (asked.length === 0) return [];
  const found = await rows(
    on,
    CredentialRow,
    sql`select distinct on (c.id) ${CREDENTIAL_COLUMNS}
        from unnest(${asked.map((one) => one.principalId)}::text[], ${asked.map((one) => one.time)}::bigint[]) as asked (id, time)
        cross join lateral (
          select * from credential c where md5(c.principal_id) = md5(asked.id) and c.principal_id = asked.id
            and (c.role is null or c.created_at between asked.time - ${CONSOLE_SESSION}::bigint and asked.time)
          order by c.created_at desc nulls last limit ${MOST_ALIVE}
        ) c`,
  );
  return found.map(toCredential);
}

/** Two are enough to know that there is more than one. */
const MOST_ALIVE = 3;

/**
 * One session that names each of these Identity Center users, chosen as by indexFacts: the first of an index, since a
 * person has a session for every hour of work, and every page of the list asks. The name behind the hash is compared
 * afterwards: before, it would have the planner expect too little to read the index in order.
 */
export async function readPersonNames(on: Queryable, people: readonly string[]): Promise<Credential[]> {
  if (people.length === 0) return [];
  const found = await rows(
    on,
    CredentialRow,
    sql`select ${CREDENTIAL_COLUMNS} from unnest(${[...people]}::text[]) as person (id)
        cross join lateral (
          select * from (
            select * from credential c where md5(c.on_behalf_of) = md5(person.id) and c.sign_in = 'sso'
              and length(c.session) <= 64 order by c.session, c.id limit 1
          ) c where c.on_behalf_of = person.id
        ) c`,
  );
  return found.map(toCredential);
}

/**
 * Events that may have issued these callers' credentials, in every account that recorded them. `lateral` with
 * `offset 0` has PostgreSQL ask the index for each: of a join it would guess that reading the whole table is quicker.
 */
export async function readIssues(
  on: Queryable,
  parties: readonly Party[],
  ofKeys: readonly string[],
): Promise<Issued[]> {
  const sessions = parties.filter((party) => party.createdAt !== null);
  const targets = sessions.flatMap((party) =>
    targetsOf(party).map((target) => ({ target, at: party.createdAt ?? 0 })),
  );
  const signIns = sessions.filter((party) => party.role === null && party.principalId !== null);
  const portal = sessions.filter((party) => party.signIn === "sso" && party.account !== null);
  const keys = [...new Set([...parties.flatMap((party) => party.key ?? []), ...ofKeys])];
  const found = await rows(
    on,
    IssueRow,
    sql`with hit as materialized (
          select i.* from credential_issue i where i.key = any(${keys}::text[])
          union all
          select i.* from unnest(${targets.map((one) => one.target)}::text[], ${targets.map((one) => one.at)}::bigint[]) as asked (target, at)
            cross join lateral (
              select * from credential_issue i where md5(i.target) = md5(asked.target) and i.target = asked.target
                and i.event_time between asked.at - ${SAME_MOMENT}::bigint and asked.at + ${SAME_MOMENT}::bigint offset 0) i
          union all
          select i.* from unnest(${signIns.map((one) => one.principalId)}::text[], ${signIns.map((one) => one.createdAt)}::bigint[]) as asked (target, at)
            cross join lateral (
              select * from credential_issue i where md5(i.target) = md5(asked.target) and i.target = asked.target
                and i.how = 'ConsoleLogin' and i.event_time between asked.at - ${CONSOLE_SESSION}::bigint and asked.at + ${CLOCKS_DIFFER_BY}::bigint
              order by i.event_time desc, i.event_id desc, i.account desc limit 1) i
          union all
          select i.* from unnest(${portal.map((one) => one.account)}::text[], ${portal.map((one) => one.createdAt)}::bigint[]) as asked (account, at)
            cross join lateral (
              select * from credential_issue i where md5(i.grant_account) = md5(asked.account) and i.grant_account = asked.account
                and i.event_time between asked.at - ${PORTAL_BEFORE}::bigint and asked.at + ${CLOCKS_DIFFER_BY}::bigint offset 0) i
        )
        select distinct on (i.event_id, i.event_time, i.account) ${ISSUE_COLUMNS} from (
          select * from hit
          union all
          select i.* from (select distinct shared_event_id as id from hit where shared_event_id is not null) shared
            cross join lateral (
              select * from credential_issue i where md5(i.shared_event_id) = md5(shared.id) and i.shared_event_id = shared.id offset 0) i
          union all
          select i.* from (select distinct key from hit where key is not null) issued
            cross join lateral (select * from credential_issue i where i.key = issued.key offset 0) i
        ) i`,
  );
  return found.map(toIssued);
}
