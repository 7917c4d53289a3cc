import * as z from "zod";
import { SAME_MOMENT } from "#lib/cloudtrail/chain/find-link.ts";
import { CALLED_BY_SOMEBODY } from "#lib/db/credentials/read-issued.ts";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import type { TimeRange } from "#lib/search/search.ts";

/** Issuing events that are looked at for a name; who has more is taken to have sessions of other names among them. */
const MOST_ISSUES = 1_000;

/**
 * Those of these callers' names by which `actor` may find more than the events that bear them: somebody of that name
 * got a credential that bears another name and was used in this time, or is named by records of others. Looks one hop
 * far, without tracing back, so a name too many may be among them, and none is missing.
 */
export async function namesWithMore(
  on: Queryable,
  names: readonly string[],
  { from, to }: TimeRange,
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const first = from === null ? null : Math.floor(from / 1_000);
  const behind = to === null ? null : Math.ceil(to / 1_000);
  const found = await rows(
    on,
    z.object({ name: z.string() }),
    sql`with issue as materialized (
          select named.name, i.* from unnest(${[...names]}::text[]) as named (name) cross join lateral (
            select key, target, event_time from credential_issue where md5(caller_name) = md5(named.name)
              and caller_name = named.name and ${CALLED_BY_SOMEBODY} limit ${MOST_ISSUES + 1}
          ) i
        ), used as materialized (
          select i.name, c.name as own, c.principal_id, c.first_seen, c.last_seen from issue i cross join lateral (
            select c.* from credential_key k join credential c on c.id = k.credential where k.key = i.key
            union all
            select c.* from credential c where md5(c.principal_id) = md5(i.target) and c.principal_id = i.target
              and c.created_at between i.event_time - ${SAME_MOMENT}::bigint and i.event_time + ${SAME_MOMENT}::bigint
          ) c
        )
        select name from issue group by name having count(*) > ${MOST_ISSUES}
        union
        select name from used where own <> name and (${first}::bigint is null or last_seen >= ${first}::bigint)
          and (${behind}::bigint is null or first_seen < ${behind}::bigint)
        union
        -- In another account's record of a call the caller has no name.
        select name from (select distinct name, principal_id from used where own = name) same
          where exists (select 1 from credential_issue i where i.caller_kind = 'account'
            and md5(i.caller_facts->>'principalId') = md5(same.principal_id)
            and i.caller_facts->>'principalId' = same.principal_id)
        union
        -- Sessions of other names that declare this one.
        select named.name from unnest(${[...names]}::text[]) as named (name) where exists (
          select 1 from credential c where md5(c.source_identity) = md5(named.name) and c.source_identity = named.name
            and c.name <> named.name)
        union
        -- Identity Center users: other sessions are made for them, and their calls of the portal may bear no name.
        select named.name from unnest(${[...names]}::text[]) as named (name) where exists (
          select 1 from credential c where md5(c.name) = md5(named.name) and c.name = named.name and c.on_behalf_of is not null
          union all
          select 1 from credential c where md5(split_part(c.on_behalf_of, '#', 2)) = md5(named.name)
            and split_part(c.on_behalf_of, '#', 2) = named.name and c.on_behalf_of is not null)`,
  );
  return new Set(found.map(({ name }) => name));
}
