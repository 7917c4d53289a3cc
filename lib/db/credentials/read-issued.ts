import type { Credential, Issued } from "#lib/cloudtrail/chain/facts.ts";
import { CONSOLE_SESSION, SAME_MOMENT } from "#lib/cloudtrail/chain/find-link.ts";
import { SOMEBODY } from "#lib/cloudtrail/chain/name-origin.ts";
import { credentialId } from "#lib/db/credentials/credential-id.ts";
import {
  CREDENTIAL_COLUMNS,
  CredentialRow,
  ISSUE_COLUMNS,
  IssueRow,
  toCredential,
  toIssued,
} from "#lib/db/credentials/fact-rows.ts";
import { type Queryable, rows, sql, trustedText } from "#lib/db/sql/raw.ts";
import { credentialRef, type Party } from "#lib/event/credential.ts";

/** At most `limit` events that these callers' credentials issued others by, oldest first: candidates, to be checked. */
export async function readIssuedBy(
  on: Queryable,
  callers: readonly Party[],
  limit: number,
): Promise<Issued[]> {
  const refs = callers.flatMap((party) => credentialRef(party) ?? []);
  const abroad = callers.flatMap(({ principalId, createdAt }) =>
    principalId === null
      ? []
      : [{ principalId, from: createdAt ?? 0, to: (createdAt ?? 4e9) + CONSOLE_SESSION }],
  );
  const found = await rows(
    on,
    IssueRow,
    sql`select ${ISSUE_COLUMNS} from (
          select i.* from credential_issue i where i.caller = any(${refs.map(credentialId)}::uuid[])
          union
          select i.* from unnest(${abroad.map((one) => one.principalId)}::text[], ${abroad.map((one) => one.from)}::bigint[],
              ${abroad.map((one) => one.to)}::bigint[]) as caller (id, first, last)
            cross join lateral (
              select * from credential_issue i where i.caller_kind = 'account' and md5(i.caller_facts->>'principalId') = md5(caller.id)
                and i.caller_facts->>'principalId' = caller.id and i.event_time between caller.first and caller.last offset 0) i
        ) i order by i.event_time, i.event_id, i.account limit ${limit}`,
  );
  return found.map(toIssued);
}

/** Credentials that these events may have issued and that were used: by key, or by who the new session is. */
export async function readIssuedCredentials(on: Queryable, issued: readonly Issued[]): Promise<Credential[]> {
  const keys = issued.flatMap(({ issue }) => issue.key ?? []);
  const named = issued.flatMap(({ issue, time }) =>
    issue.target === null ? [] : [{ target: issue.target, time }],
  );
  const found = await rows(
    on,
    CredentialRow,
    sql`select ${CREDENTIAL_COLUMNS} from credential c where c.id in (
          select k.credential from credential_key k where k.key = any(${keys}::text[])
          union
          select s.id from unnest(${named.map((one) => one.target)}::text[], ${named.map((one) => one.time)}::bigint[]) as named (target, time)
            cross join lateral (
              select id from credential s where md5(s.principal_id) = md5(named.target) and s.principal_id = named.target
                and s.created_at between named.time - ${SAME_MOMENT}::bigint and named.time + ${SAME_MOMENT}::bigint offset 0) s
        ) order by c.first_seen, c.id`,
  );
  return found.map(toCredential);
}

/**
 * `caller_kind` of callers who can be behind a credential by their name. Roles, other accounts and services issue far
 * more credentials than people do, and to trace those would only tell that nobody of that name is behind them. Written
 * out, so that the planner sees that the index of the same condition answers it.
 */
export const CALLED_BY_SOMEBODY = trustedText(
  `caller_kind in (${SOMEBODY.map((kind) => `'${kind}'`).join(", ")})`,
);

/** At most `limit` events by which somebody of these names issued credentials. */
export async function readIssuedByNames(
  on: Queryable,
  names: readonly string[],
  limit: number,
): Promise<Issued[]> {
  if (names.length === 0) return [];
  const found = await rows(
    on,
    IssueRow,
    sql`select ${ISSUE_COLUMNS} from credential_issue i join unnest(${[...names]}::text[]) as named (name)
          on md5(i.caller_name) = md5(named.name) and i.caller_name = named.name
        where ${CALLED_BY_SOMEBODY} limit ${limit}`,
  );
  return found.map(toIssued);
}
