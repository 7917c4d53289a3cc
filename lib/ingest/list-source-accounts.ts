import { listAccounts } from "#lib/aws/list-accounts.ts";
import type { CallPatience } from "#lib/aws/persist.ts";
import type { Database } from "#lib/db/database.ts";
import { saveListed } from "#lib/db/names/save-listed.ts";
import type { Source } from "#lib/db/sources/source.ts";
import { MOST_LISTED } from "#lib/event/listed-accounts.ts";
import { AccountName } from "#lib/event/names.ts";
import { Failure } from "#lib/server/failure.ts";

export type AccountListing = {
  /** Accounts of the organization, and those of them whose names are kept now. */
  readonly found: number;
  readonly kept: number;
};

/** True where a source is read with credentials of AWS. */
export function hasCredentials({ settings }: Source): boolean {
  return settings.kind === "s3" || settings.kind === "lookup";
}

const TIME_LIMIT = 60_000;

/**
 * Lists the accounts of the organization with the credentials of a source and keeps their names.
 * @throws Failure with what to do, as the IAM policy where listing is denied
 */
export async function listSourceAccounts(
  db: Database,
  source: Source,
  { now, signal, patience }: { now: number; signal: AbortSignal; patience?: CallPatience },
): Promise<AccountListing> {
  const { settings } = source;
  if (settings.kind !== "s3" && settings.kind !== "lookup") {
    throw new Failure(
      "bad-request",
      `${source.name} is not read from AWS: it has no credentials to ask with.`,
    );
  }
  const { profile, roleArn, externalId } = settings;
  const region = settings.kind === "s3" ? settings.region : null;
  const deadline = AbortSignal.timeout(TIME_LIMIT);
  const listed = await listAccounts(
    { region, profile, roleArn, externalId },
    AbortSignal.any([signal, deadline]),
    patience,
  ).catch((error: unknown) => {
    throw deadline.aborted && !signal.aborted ? tooSlow() : error;
  });
  const named = listed.flatMap((one) => AccountName.safeParse(one).data ?? []);
  const accounts = named.slice(0, MOST_LISTED);
  await saveListed(db, { source: source.name, accounts, at: new Date(now) });
  return { found: listed.length, kept: accounts.length };
}

function tooSlow(): Failure {
  return new Failure(
    "unreachable",
    `AWS Organizations did not list every account within ${TIME_LIMIT / 1000} s.`,
    {
      remedy:
        "Try again later, or give the names in a file, as “aws organizations list-accounts” prints them.",
    },
  );
}
