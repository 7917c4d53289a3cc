import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listAccounts } from "#lib/aws/list-accounts.ts";
import { stubAwsEnvironment, TEST_KEYS } from "#lib/aws/testing/aws-environment.ts";
import { failureOf } from "#lib/aws/testing/failure-of.ts";
import {
  answerOrganizationsError,
  type OrganizationsServer,
  type OrganizationsServerOptions,
  startOrganizationsServer,
} from "#lib/aws/testing/organizations-server.ts";

/** ListAccounts over a server that speaks its protocol. It was never tried against AWS itself. */

const PATIENCE = { attempts: 3, firstWaitMs: 2, longestThrottleMs: 60 };
const SETTINGS = { region: null, profile: null, roleArn: null, externalId: null };
const accounts = Array.from({ length: 45 }, (_, index) => ({
  id: String(999_999_999_999 - index),
  name: `team ${index}`,
}));

let server: OrganizationsServer | undefined;
beforeEach(() => stubAwsEnvironment());
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.stop();
});

async function start(options: OrganizationsServerOptions): Promise<OrganizationsServer> {
  server = await startOrganizationsServer(options);
  vi.stubEnv("AWS_ENDPOINT_URL_ORGANIZATIONS", server.endpoint);
  return server;
}

const list = (region: string | null = null) =>
  listAccounts({ ...SETTINGS, region }, new AbortController().signal, PATIENCE);

describe("the accounts of an organization", () => {
  it("are read page by page, and given in the order of their numbers", async () => {
    const { calls } = await start({ accounts });
    const listed = await list("eu-west-1");
    expect(listed).toEqual(accounts.map(({ id, name }) => ({ account: id, name })).toReversed());
    expect(calls.map(({ token, maxResults }) => [token, maxResults])).toEqual([
      [null, 20],
      ["20", 20],
      ["40", 20],
    ]);
    expect(calls[0]).toMatchObject({
      target: "AWSOrganizationsV20161128.ListAccounts",
      key: TEST_KEYS.accessKeyId,
    });
  });

  it("throttles are waited out, and what broke is asked again", async () => {
    let left = 3;
    const { calls } = await start({
      accounts: accounts.slice(0, 3),
      interfere(_, response) {
        left -= 1;
        if (left === 2) answerOrganizationsError(response, "TooManyRequestsException", "Slow down.");
        if (left === 1) answerOrganizationsError(response, "ServiceException", "Broken.", 500);
        if (left === 0) response.destroy();
        return left >= 0;
      },
    });
    expect(await list()).toHaveLength(3);
    expect(calls).toHaveLength(4);
  });

  it("a throttle without end is told", async () => {
    await start({
      accounts,
      interfere(_, response) {
        answerOrganizationsError(response, "TooManyRequestsException", "Slow down.");
        return true;
      },
    });
    const failure = await failureOf(list());
    expect(failure).toMatchObject({ code: "throttled" });
  });

  it("denied: says who may, and the smallest policy", async () => {
    await start({
      accounts,
      interfere(_, response) {
        const message = "User: arn:aws:iam::111122223333:user/waymark is not authorized.";
        answerOrganizationsError(response, "AccessDeniedException", message);
        return true;
      },
    });
    const failure = await failureOf(list());
    expect(failure.code).toBe("access-denied");
    expect(failure.message).toBe("Access denied: the accounts of the organization may not be listed.");
    expect(failure.remedy).toContain("management account");
    expect(failure.remedy).toContain('"Action": "organizations:ListAccounts"');
    expect(failure.remedy).not.toContain(TEST_KEYS.secretAccessKey);
  });

  it("no organization, wrong keys and nobody there are told apart", async () => {
    const answers: readonly (readonly [string, string])[] = [
      ["AWSOrganizationsNotInUseException", "not-found"],
      ["UnrecognizedClientException", "bad-credentials"],
      ["ExpiredTokenException", "expired-credentials"],
    ];
    let name = "";
    await start({
      accounts,
      interfere(_, response) {
        answerOrganizationsError(response, name, "As told.");
        return true;
      },
    });
    for (const [answer, code] of answers) {
      name = answer;
      expect((await failureOf(list())).code).toBe(code);
    }
    await server?.stop();
    expect((await failureOf(list())).message).toContain("AWS Organizations refuses connections");
  });

  it("a list that goes in a circle ends", async () => {
    await start({
      accounts,
      interfere({ token }, response) {
        if (token === null) return false;
        response.writeHead(200, { "content-type": "application/x-amz-json-1.1" });
        response.end(JSON.stringify({ Accounts: [], NextToken: token }));
        return true;
      },
    });
    expect((await failureOf(list())).message).toContain("goes in a circle");
  });

  it("without keys says where they were looked for", async () => {
    await start({ accounts });
    stubAwsEnvironment("no-keys");
    vi.stubEnv("AWS_ACCESS_KEY_ID", undefined);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", undefined);
    expect((await failureOf(list())).code).toBe("no-credentials");
  });
});
