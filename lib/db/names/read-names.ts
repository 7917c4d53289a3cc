import type { Database } from "#lib/db/database.ts";
import type { Names } from "#lib/event/names.ts";

/** The names that people gave: accounts by number, rules for people in their order. */
export async function readNames(db: Database): Promise<Names> {
  const found = await db.prisma.givenName.findMany({ orderBy: [{ position: "asc" }, { pattern: "asc" }] });
  const of = (kind: string) => found.filter((row) => row.kind === kind);
  return {
    accounts: of("account").map(({ pattern, name }) => ({ account: pattern, name })),
    people: of("person").map(({ pattern, name }) => ({ pattern, person: name })),
  };
}
