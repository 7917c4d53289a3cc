import type { Database } from "#lib/db/database.ts";
import type { Names } from "#lib/event/names.ts";

type Listed = {
  /** The name of the source by whose credentials. */
  readonly source: string;
  readonly accounts: Names["accounts"];
  readonly at: Date;
};

/**
 * Puts this list in the place of the one that the source brought before; lists of other sources stay, but for accounts
 * that are in this one.
 */
export async function saveListed(db: Database, { source, accounts, at }: Listed): Promise<void> {
  const numbers = accounts.map(({ account }) => account);
  const data = accounts.map(({ account, name }) => ({ account, name, source, listedAt: at }));
  await db.prisma.$transaction([
    db.prisma.listedAccount.deleteMany({ where: { OR: [{ source }, { account: { in: numbers } }] } }),
    db.prisma.listedAccount.createMany({ data }),
  ]);
}

/** Forgets every list; names that people gave stay. */
export async function forgetListed(db: Database): Promise<void> {
  await db.prisma.listedAccount.deleteMany({});
}
