import type { Database } from "#lib/db/database.ts";
import type { Names } from "#lib/event/names.ts";

/** Puts these names in the place of all that there were. */
export async function saveNames(db: Database, { accounts, people }: Names): Promise<void> {
  const data = [
    ...accounts
      .toSorted((a, b) => (a.account < b.account ? -1 : 1))
      .map(({ account, name }, position) => ({ kind: "account", pattern: account, name, position })),
    ...people.map(({ pattern, person }, position) => ({ kind: "person", pattern, name: person, position })),
  ];
  await db.prisma.$transaction([
    db.prisma.givenName.deleteMany({}),
    db.prisma.givenName.createMany({ data }),
  ]);
}
