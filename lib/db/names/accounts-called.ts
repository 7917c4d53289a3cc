import type { Database } from "#lib/db/database.ts";
import { readListed } from "#lib/db/names/read-listed.ts";
import { readNames } from "#lib/db/names/read-names.ts";
import { withListed } from "#lib/event/listed-accounts.ts";
import { foldCase } from "#lib/search/fold-case.ts";

/** The numbers of the accounts that are shown by a name that holds this text, without regard to case. */
export async function accountsCalled(db: Database, text: string): Promise<readonly string[]> {
  const [given, listed] = await Promise.all([readNames(db), readListed(db)]);
  const wanted = foldCase(text);
  const { accounts } = withListed(given, listed);
  return accounts.filter(({ name }) => foldCase(name).includes(wanted)).map(({ account }) => account);
}
