import * as z from "zod";
import type { Credential } from "#lib/cloudtrail/chain/facts.ts";
import { CREDENTIAL_COLUMNS, CredentialRow, toCredential } from "#lib/db/credentials/fact-rows.ts";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";

/**
 * Who is behind a credential as far as its own records say. Candidates, to be checked: its assumer may be known
 * better.
 */

/**
 * Identity Center users (`Party.onBehalfOf`) who may go by one of these names: that of one of their sessions, or their
 * user id.
 */
export async function readPeople(on: Queryable, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const found = await rows(
    on,
    z.object({ id: z.string() }),
    sql`select distinct person.id from unnest(${[...names]}::text[]) as named (name) cross join lateral (
          (select on_behalf_of from credential c where md5(c.name) = md5(named.name) and c.name = named.name
            and c.on_behalf_of is not null offset 0)
          union all
          (select on_behalf_of from credential c where md5(split_part(c.on_behalf_of, '#', 2)) = md5(named.name)
            and split_part(c.on_behalf_of, '#', 2) = named.name and c.on_behalf_of is not null offset 0)
        ) person (id)`,
  );
  return found.map(({ id }) => id);
}

/**
 * At most `limit` credentials that declare one of these names as `sourceIdentity`, or were made for one of these
 * people.
 */
export async function readDeclared(
  on: Queryable,
  names: readonly string[],
  people: readonly string[],
  limit: number,
): Promise<Credential[]> {
  const found = await rows(
    on,
    CredentialRow,
    sql`select ${CREDENTIAL_COLUMNS} from credential c where c.id in (
          select s.id from unnest(${[...names]}::text[]) as named (name) cross join lateral (
            select id from credential c where md5(c.source_identity) = md5(named.name) and c.source_identity = named.name offset 0) s
          union
          select s.id from unnest(${[...people]}::text[]) as person (id) cross join lateral (
            select id from credential c where md5(c.on_behalf_of) = md5(person.id) and c.on_behalf_of = person.id offset 0) s
        ) order by c.first_seen, c.id limit ${limit}`,
  );
  return found.map(toCredential);
}
