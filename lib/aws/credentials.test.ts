import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { describeIdentity } from "#lib/aws/describe-identity.ts";
import type { S3Settings } from "#lib/aws/s3-settings.ts";
import { createS3Store } from "#lib/aws/s3-store.ts";
import { type AnsweringServer, answerList, startAnsweringServer } from "#lib/aws/testing/answering-server.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import { failureOf } from "#lib/aws/testing/failure-of.ts";

const ROLE = "arn:aws:iam::444455556666:role/LogReader";
const CALLER = "arn:aws:sts::111122223333:assumed-role/Waymark/i-0abc";
const signal = new AbortController().signal;

let s3: AnsweringServer;
let sts: AnsweringServer;
let settings: S3Settings;
/** What STS says to AssumeRole; null: yes. */
let refusal: { readonly status: number; readonly code: string; readonly message: string } | null = null;
/** Life of the credentials it gives out. */
let lifeSeconds = 3600;

beforeEach(async () => {
  refusal = null;
  lifeSeconds = 3600;
  let issued = 0;
  s3 = await startAnsweringServer((_, response) => answerList(response, []));
  sts = await startAnsweringServer((request, response) => {
    response.setHeader("content-type", "text/xml");
    const namespace = `xmlns="https://sts.amazonaws.com/doc/2011-06-15/"`;
    if (refusal !== null) {
      const { status, code, message } = refusal;
      response.writeHead(status);
      return void response.end(
        `<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>R</RequestId></ErrorResponse>`,
      );
    }
    if (new URLSearchParams(request.body).get("Action") === "GetCallerIdentity") {
      return void response.end(
        `<GetCallerIdentityResponse ${namespace}><GetCallerIdentityResult><Arn>${CALLER}</Arn><UserId>AROA:i</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      );
    }
    issued += 1;
    const expires = new Date(Date.now() + lifeSeconds * 1000).toISOString();
    response.end(
      `<AssumeRoleResponse ${namespace}><AssumeRoleResult><Credentials><AccessKeyId>ASIAISSUED${issued}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expires}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
    );
  });
  settings = {
    bucket: "logs",
    region: "eu-west-1",
    endpoint: s3.endpoint,
    pathStyle: true,
    profile: null,
    roleArn: null,
    externalId: null,
  };
  stubAwsEnvironment();
  vi.stubEnv("AWS_ENDPOINT_URL_STS", sts.endpoint);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await s3.stop();
  await sts.stop();
});

async function listTwice(source: S3Settings): Promise<void> {
  const store = createS3Store(source, { patience: { attempts: 1 } });
  try {
    await store.listFolder("", signal);
    await store.listFolder("", signal);
  } finally {
    store.close();
  }
}

const keysUsed = (): (string | undefined)[] =>
  s3.requests.map(({ headers }) => /Credential=(\w+)\//.exec(headers.authorization ?? "")?.[1]);

describe("a role to assume", () => {
  test("is assumed with its external id, once, and used", async () => {
    await listTwice({ ...settings, roleArn: ROLE, externalId: "ext id/1" });
    const asked = sts.requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
    expect(asked).toEqual([
      expect.objectContaining({
        Action: "AssumeRole",
        RoleArn: ROLE,
        ExternalId: "ext id/1",
        RoleSessionName: "waymark",
      }),
    ]);
    expect(keysUsed()).toEqual(["ASIAISSUED1", "ASIAISSUED1"]);
  });

  test("is assumed without an external id where there is none", async () => {
    await listTwice({ ...settings, roleArn: ROLE });
    expect(sts.requests[0]?.body).not.toContain("ExternalId");
  });

  test("is assumed again before its credentials expire", async () => {
    lifeSeconds = 30;
    await listTwice({ ...settings, roleArn: ROLE });
    expect(keysUsed()).toHaveLength(2);
    expect(new Set(keysUsed()).size).toBe(2);
  });

  test("that does not trust the caller is named, with the trust policy it needs", async () => {
    const message = `User: ${CALLER} is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`;
    refusal = { status: 403, code: "AccessDenied", message };
    const failure = await failureOf(listTwice({ ...settings, roleArn: ROLE, externalId: "ext-1" }));
    expect(failure.code).toBe("role-denied");
    expect(failure.message).toBe(`The role ${ROLE} cannot be assumed.`);
    expect(failure.remedy).toContain(`"AWS": "arn:aws:iam::111122223333:role/Waymark"`);
    expect(failure.remedy).toContain(`"sts:ExternalId": "ext-1"`);
  });

  test("cannot be assumed with expired credentials", async () => {
    refusal = {
      status: 403,
      code: "ExpiredToken",
      message: "The security token included in the request is expired",
    };
    expect((await failureOf(listTwice({ ...settings, roleArn: ROLE }))).code).toBe("expired-credentials");
  });

  test("cannot be assumed while STS is away", async () => {
    await sts.stop();
    const failure = await failureOf(listTwice({ ...settings, roleArn: ROLE }));
    expect(failure.code).toBe("unreachable");
    expect(failure.message).toContain("STS could not be reached");
  }, 30_000);
});

describe("where credentials come from", () => {
  test("none at all: says where was looked", async () => {
    stubAwsEnvironment("no-keys");
    const failure = await failureOf(listTwice(settings));
    expect(failure.code).toBe("no-credentials");
    expect(failure.remedy).toContain("AWS_ACCESS_KEY_ID");
    expect(failure.remedy).toContain("EC2 instance");
  });

  test("a role without credentials to assume it with", async () => {
    stubAwsEnvironment("no-keys");
    expect((await failureOf(listTwice({ ...settings, roleArn: ROLE }))).code).toBe("no-credentials");
  });

  test("a profile that does not exist is named", async () => {
    const failure = await failureOf(listTwice({ ...settings, profile: "audit" }));
    expect(failure.code).toBe("no-credentials");
    expect(failure.message).toContain(`"audit"`);
  });

  test("a profile is used before the keys in the environment", async () => {
    const folder = mkdtempSync(join(tmpdir(), "waymark-aws-"));
    const file = join(folder, "credentials");
    writeFileSync(file, "[logs]\naws_access_key_id = AKIAOFTHEPROFILE\naws_secret_access_key = x\n");
    vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", file);
    await listTwice({ ...settings, profile: "logs" });
    rmSync(folder, { recursive: true });
    expect(keysUsed()).toEqual(["AKIAOFTHEPROFILE", "AKIAOFTHEPROFILE"]);
  });
});

describe("who we are", () => {
  test("is asked of STS", async () => {
    expect(await describeIdentity(settings, signal)).toEqual({ account: "111122223333", arn: CALLER });
  });

  test("is unknown where STS does not say", async () => {
    refusal = { status: 403, code: "AccessDenied", message: "no" };
    expect(await describeIdentity(settings, signal)).toBeNull();
  });

  test("is not asked of AWS when the bucket is on another server", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL_STS", undefined);
    expect(await describeIdentity(settings, signal)).toBeNull();
    expect(sts.requests).toEqual([]);
  });
});
