import * as z from "zod";
import { AccountName, type Names } from "#lib/event/names.ts";

/** An account's name as AWS Organizations listed it. */
export const ListedAccount = AccountName.extend({
  /** The name of the source by whose credentials. */
  source: z.string(),
  /** ISO 8601. */
  listedAt: z.iso.datetime(),
});

export type ListedAccount = z.infer<typeof ListedAccount>;

/** So many accounts can be listed: every page carries their names. */
export const MOST_LISTED = 2_000;

/** The names with those of the list for accounts that nobody named: what a person gave stands over it. */
export function withListed(names: Names, listed: readonly ListedAccount[]): Names {
  const given = new Set(names.accounts.map(({ account }) => account));
  const more = listed.filter(({ account }) => !given.has(account));
  return { ...names, accounts: [...names.accounts, ...more.map(({ account, name }) => ({ account, name }))] };
}
