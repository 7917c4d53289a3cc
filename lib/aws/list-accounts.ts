import {
  ListAccountsCommand,
  type ListAccountsCommandOutput,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { type CredentialSettings, credentialsOf } from "#lib/aws/credentials.ts";
import { type ErrorFacts, readErrorFacts, safeCause } from "#lib/aws/error-facts.ts";
import { accountsPolicy } from "#lib/aws/iam-policy.ts";
import { keyFailure } from "#lib/aws/key-failure.ts";
import { networkFailure } from "#lib/aws/network-failure.ts";
import { createPace } from "#lib/aws/pace.ts";
import { type CallPatience, persist } from "#lib/aws/persist.ts";
import { startRegion } from "#lib/aws/s3-client.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

/** An account of an organization, as AWS Organizations calls it. */
export type ListedAccount = { readonly account: string; readonly name: string };

/** "The maximum number of results" of a page (ListAccounts, API reference of AWS Organizations). */
const PAGE_ACCOUNTS = 20;
/** Below what AWS allows, which others in the organization need as well. */
const CALLS_PER_SECOND = 8;
/** AWS's greatest organizations have some ten thousand accounts; a list that is longer goes in a circle. */
const MOST_PAGES = 5_000;

/** A person waits. */
const ACCOUNTS_PATIENCE: CallPatience = { attempts: 3, firstWaitMs: 500, longestThrottleMs: 20_000 };

/**
 * Every account of the organization that these credentials belong to, in the order of their numbers. AWS's own endpoint
 * of the region's partition is asked, or the one that AWS_ENDPOINT_URL_ORGANIZATIONS names. Throws Failure only, with
 * the IAM policy where listing is denied.
 */
export async function listAccounts(
  settings: CredentialSettings,
  signal: AbortSignal,
  patience: CallPatience = ACCOUNTS_PATIENCE,
): Promise<readonly ListedAccount[]> {
  const { profile } = settings;
  const region = await startRegion(settings);
  const client = new OrganizationsClient({
    region,
    credentials: credentialsOf({ ...settings, region }),
    ...(profile === null ? {} : { profile }),
    // Retries are ours, in the pace of all calls.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
  });
  const pace = createPace(CALLS_PER_SECOND);
  try {
    const found: ListedAccount[] = [];
    let token: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const command = new ListAccountsCommand({ MaxResults: PAGE_ACCOUNTS, NextToken: token });
      const send = () => client.send(command, { abortSignal: signal });
      const output = await persist(send, { pace, patience, throttled }, signal);
      found.push(...accountsOf(output));
      if (output.NextToken === undefined) return found.toSorted((a, b) => (a.account < b.account ? -1 : 1));
      if (output.NextToken === token) break;
      token = output.NextToken;
    }
    throw new Failure("unreachable", "The list of the organization's accounts goes in a circle.", {
      remedy: "The server gives the same mark for the next page again. Try again later.",
    });
  } catch (error) {
    throw toFailure(error);
  } finally {
    client.destroy();
  }
}

/** One without a name has none to give. */
function accountsOf({ Accounts = [] }: ListAccountsCommandOutput): readonly ListedAccount[] {
  return Accounts.flatMap(({ Id: account, Name: name }) =>
    account === undefined || name === undefined ? [] : [{ account, name }],
  );
}

function throttled(milliseconds: number): Failure {
  const seconds = Math.max(1, Math.round(milliseconds / 1_000));
  return new Failure("throttled", `AWS Organizations asked to slow down for ${seconds} s on end.`, {
    remedy: "Something else in the organization calls it a lot. Try again in a few minutes.",
  });
}

function toFailure(error: unknown): Failure {
  if (isFailure(error)) return error;
  const facts = readErrorFacts(error);
  const what = "The accounts of the organization could not be listed";
  return (
    keyFailure(facts) ??
    answeredFailure(facts) ??
    networkFailure(facts, what, "AWS Organizations") ??
    new Failure("unreachable", `${what} (${facts.name}).`, {
      remedy: `The server said: ${facts.message}`,
      cause: safeCause(facts),
    })
  );
}

function answeredFailure(facts: ErrorFacts): Failure | null {
  const cause = safeCause(facts);
  if (facts.name === "AWSOrganizationsNotInUseException") {
    return new Failure("not-found", "The account of these credentials is in no organization.", {
      remedy: "Use a source whose credentials are of the organization's management account.",
      cause,
    });
  }
  if (/^AccessDenied/.test(facts.name) || facts.status === 403) {
    return new Failure(
      "access-denied",
      "Access denied: the accounts of the organization may not be listed.",
      {
        remedy: [
          `AWS said: ${facts.message}`,
          "AWS lets the organization's management account list them, and accounts that it delegated administration to. There, this policy on the user or role is enough:",
          accountsPolicy(),
        ].join("\n"),
        cause,
      },
    );
  }
  return null;
}
