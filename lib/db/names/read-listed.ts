import type { Database } from "#lib/db/database.ts";
import type { ListedAccount } from "#lib/event/listed-accounts.ts";

/** What AWS Organizations calls accounts, by their numbers, as it was listed last. */
export async function readListed(db: Database): Promise<readonly ListedAccount[]> {
  const found = await db.prisma.listedAccount.findMany({ orderBy: { account: "asc" } });
  return found.map(({ listedAt, ...row }) => ({ ...row, listedAt: listedAt.toISOString() }));
}
