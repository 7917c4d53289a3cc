import { basicSecond, isoSecond } from "#lib/base/iso-time.ts";
import type { Party } from "#lib/event/credential.ts";
import { allOf, anyOf, matchOf } from "#lib/search/condition.ts";
import { formatQuery } from "#lib/search/format-query.ts";
import type { Condition } from "#lib/search/search.ts";

/**
 * The query that finds all that was done with a credential: a session by its principal and the time of its creation,
 * since the console makes a key for almost every request; a long-lived key by itself. null for callers without any.
 */
export function sessionQuery(party: Pick<Party, "principalId" | "createdAt" | "key">): string | null {
  const where = sessionCondition(party);
  return where === null ? null : formatQuery(where);
}

function sessionCondition({
  principalId,
  createdAt,
  key,
}: Pick<Party, "principalId" | "createdAt" | "key">): Condition | null {
  if (principalId !== null && createdAt !== null) {
    // Some records have the time in its basic form.
    const created = [isoSecond(createdAt * 1000), basicSecond(createdAt * 1000)].map((value) =>
      equals("userIdentity.sessionContext.attributes.creationDate", value),
    );
    return allOf([equals("userIdentity.principalId", principalId), anyOf(created)]);
  }
  if (key === null) return null;
  return matchOf({ kind: "field", id: "key" }, { kind: "equals", value: key });
}

function equals(path: string, value: string): Condition {
  return matchOf({ kind: "path", path }, { kind: "equals", value });
}
