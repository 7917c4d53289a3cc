import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { RegionChange } from "#lib/aws/bucket-client.ts";
import type { S3Settings } from "#lib/aws/s3-settings.ts";
import { createS3Store } from "#lib/aws/s3-store.ts";
import {
  type Answer,
  type AnsweringServer,
  answerError,
  answerList,
  startAnsweringServer,
} from "#lib/aws/testing/answering-server.ts";
import { stubAwsEnvironment, TEST_KEYS } from "#lib/aws/testing/aws-environment.ts";
import { failureOf } from "#lib/aws/testing/failure-of.ts";
import { logsBucket } from "#lib/aws/testing/logs-bucket.ts";
import { KEY, listBucket, readObject } from "#lib/aws/testing/read-bucket.ts";
import type { FailureCode } from "#lib/server/failure.ts";

const signal = new AbortController().signal;

let server: AnsweringServer | null = null;

beforeEach(() => stubAwsEnvironment());
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.stop();
  server = null;
});

async function serve(answer: Answer): Promise<S3Settings> {
  server = await startAnsweringServer(answer);
  return logsBucket(server.endpoint);
}

describe("what S3 refuses", () => {
  const kmsKey = "arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const cases: readonly {
    name: string;
    answer: readonly [status: number, code: string, message?: string];
    code: FailureCode;
    message: string;
    remedy: RegExp;
  }[] = [
    {
      name: "denied without a reason",
      answer: [403, "AccessDenied", "Access Denied"],
      code: "access-denied",
      message: `Access denied: s3://logs/${KEY} may not be read.`,
      remedy: /"Action": "s3:GetObject",\s+"Resource": "arn:aws:s3:::logs\/AWSLogs\/\*"/,
    },
    {
      name: "denied by an explicit deny",
      answer: [
        403,
        "AccessDenied",
        "User: arn:aws:iam::1:user/x is not authorized to perform: s3:GetObject on resource: y with an explicit deny in a resource-based policy",
      ],
      code: "access-denied",
      message: `Access denied: s3://logs/${KEY} may not be read.`,
      remedy: /An explicit deny in a resource-based policy overrules every allow/,
    },
    {
      name: "the KMS key is denied and named",
      answer: [
        403,
        "AccessDenied",
        `User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: kms:Decrypt on resource: ${kmsKey} because no identity-based policy allows the kms:Decrypt action`,
      ],
      code: "kms-denied",
      message: `s3://logs/${KEY} cannot be decrypted: the KMS key ${kmsKey} may not be used.`,
      remedy: new RegExp(`"Action": "kms:Decrypt",\\s+"Resource": "${kmsKey}"`),
    },
    {
      name: "the KMS key is denied and not named",
      answer: [
        403,
        "AccessDenied",
        "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.",
      ],
      code: "kms-denied",
      message: `s3://logs/${KEY} cannot be decrypted: the KMS key that encrypts it may not be used.`,
      remedy: /ARN of the key/,
    },
    {
      name: "the KMS key is disabled",
      answer: [400, "KMS.DisabledException", `${kmsKey} is disabled.`],
      code: "kms-denied",
      message: `s3://logs/${KEY} cannot be decrypted: the KMS key ${kmsKey} is not usable.`,
      remedy: /Enable the key again/,
    },
    {
      name: "expired token",
      answer: [400, "ExpiredToken", "The provided token has expired."],
      code: "expired-credentials",
      message: "The AWS credentials have expired.",
      remedy: /Sign in again/,
    },
    {
      name: "unknown access key",
      answer: [
        403,
        "InvalidAccessKeyId",
        "The AWS Access Key Id you provided does not exist in our records.",
      ],
      code: "bad-credentials",
      message: "AWS does not know these credentials (InvalidAccessKeyId).",
      remedy: /deleted, deactivated/,
    },
    {
      name: "wrong secret",
      answer: [403, "SignatureDoesNotMatch", "The request signature we calculated does not match"],
      code: "bad-credentials",
      message: "The secret access key does not fit the access key id.",
      remedy: /Copy both again/,
    },
    {
      name: "archived",
      answer: [403, "InvalidObjectState", "The operation is not valid for the object's storage class"],
      code: "archived",
      message: `s3://logs/${KEY} is archived in S3 Glacier.`,
      remedy: /restore-object/,
    },
    {
      name: "gone",
      answer: [404, "NoSuchKey", "The specified key does not exist."],
      code: "no-such-object",
      message: `s3://logs/${KEY} is no longer there.`,
      remedy: /deleted after it was listed/,
    },
    {
      name: "no such bucket",
      answer: [404, "NoSuchBucket", "The specified bucket does not exist"],
      code: "no-such-bucket",
      message: "There is no bucket named logs.",
      remedy: /spelling/,
    },
    {
      name: "wrong region, not told which",
      answer: [301, "PermanentRedirect", "must be addressed using the specified endpoint"],
      code: "wrong-region",
      message: "The bucket logs was looked for in us-east-1 and is not there.",
      remedy: /Set the bucket's region/,
    },
  ];
  test.each(cases)("$name", async ({ answer: [status, code, message], ...expected }) => {
    const settings = await serve((_, response) =>
      answerError(response, status, code, message === undefined ? {} : { message }),
    );
    const failure = await failureOf(readObject(settings, { prefix: "AWSLogs/" }));
    expect(failure.code).toBe(expected.code);
    expect(failure.message).toBe(expected.message);
    expect(failure.remedy).toMatch(expected.remedy);
  });

  test("no failure carries a secret, however it is printed", async () => {
    const extra = `<AWSAccessKeyId>${TEST_KEYS.accessKeyId}</AWSAccessKeyId><CanonicalRequest>x-amz-security-token:${TEST_KEYS.sessionToken}</CanonicalRequest>`;
    const message = `token=${TEST_KEYS.sessionToken} secret ${TEST_KEYS.secretAccessKey} of ${TEST_KEYS.accessKeyId}`;
    for (const code of ["SignatureDoesNotMatch", "AccessDenied", "InvalidRequest"]) {
      const settings = await serve((_, response) => answerError(response, 403, code, { extra, message }));
      const failure = await failureOf(readObject(settings));
      const printed =
        inspect(failure, { depth: 10, showHidden: true }) + JSON.stringify(failure) + failure.remedy;
      for (const secret of [TEST_KEYS.secretAccessKey, TEST_KEYS.sessionToken, TEST_KEYS.accessKeyId]) {
        expect(printed).not.toContain(secret);
      }
      await server?.stop();
    }
  });

  test("a denied list asks for the policy of the source's prefix, not of the folder being listed", async () => {
    const settings = await serve((_, response) => answerError(response, 403, "AccessDenied"));
    const failure = await failureOf(listBucket(settings, { prefix: "trail/" }));
    expect(failure.message).toBe("Access denied: s3://logs/AWSLogs/* may not be listed.");
    expect(failure.remedy).toContain(`"s3:prefix": "trail/*"`);
  });
});

describe("a bucket in another region", () => {
  const signedFor = (region: string, header: string | undefined): boolean =>
    header?.includes(`/${region}/s3/`) === true;

  test.each([
    [301, "PermanentRedirect", "", { "x-amz-bucket-region": "eu-west-1" }],
    [301, "PermanentRedirect", "<Endpoint>logs.s3.eu-west-1.amazonaws.com</Endpoint>", {}],
    [307, "TemporaryRedirect", "<Endpoint>logs.s3-eu-west-1.amazonaws.com</Endpoint>", {}],
    [400, "AuthorizationHeaderMalformed", "<Region>eu-west-1</Region>", {}],
    [400, "IllegalLocationConstraintException", "", { "x-amz-bucket-region": "eu-west-1" }],
  ])("is followed after %i %s %s", async (status, code, extra, headers) => {
    const settings = await serve((request, response) => {
      if (signedFor("eu-west-1", request.headers.authorization))
        return answerList(response, [{ key: "AWSLogs/a" }]);
      return answerError(response, status, code, { extra, headers });
    });
    const changes: RegionChange[] = [];
    const store = createS3Store(settings, { onRegionChange: (change) => changes.push(change) });
    await store.listFolder("AWSLogs/", signal);
    const { objects } = await store.listFolder("AWSLogs/", signal);
    store.close();
    expect(objects.map(({ key }) => key)).toEqual(["AWSLogs/a"]);
    expect(changes).toEqual([{ bucket: "logs", from: "us-east-1", to: "eu-west-1" }]);
    expect(store.region()).toBe("eu-west-1");
    expect(server?.requests).toHaveLength(3);
  });

  test("is reported once although many requests meet it", async () => {
    const settings = await serve((request, response) => {
      if (signedFor("eu-west-1", request.headers.authorization)) return answerList(response, []);
      return answerError(response, 301, "PermanentRedirect", {
        headers: { "x-amz-bucket-region": "eu-west-1" },
      });
    });
    const changes: RegionChange[] = [];
    const store = createS3Store(settings, { onRegionChange: (change) => changes.push(change) });
    await Promise.all(Array.from({ length: 8 }, () => store.listFolder("AWSLogs/", signal)));
    store.close();
    expect(changes).toHaveLength(1);
  });

  test("fails with the right region where the endpoint is of the wrong one", async () => {
    const settings = await serve((_, response) =>
      answerError(response, 301, "PermanentRedirect", { headers: { "x-amz-bucket-region": "eu-west-1" } }),
    );
    const failure = await failureOf(listBucket(settings));
    expect(failure.code).toBe("wrong-region");
    expect(failure.remedy).toBe(
      "The bucket is in eu-west-1, but the endpoint is not. Leave the endpoint empty, or set the one of eu-west-1.",
    );
  });
});

describe("lists as S3 sends them", () => {
  test("decodes encoded keys and folders, and only those", async () => {
    const settings = await serve((request, response) => {
      const encoded = request.url.searchParams.get("prefix") === "AWSLogs/";
      return encoded
        ? answerList(response, [{ key: "AWSLogs/a+b%2Bc%00d%25" }], { folders: ["AWSLogs/o-1+2/"] })
        : answerList(response, [{ key: "a+b%2B" }], { encoded: false });
    });
    const store = createS3Store(settings);
    const encoded = await store.listFolder("AWSLogs/", signal);
    const plain = await store.listFolder("", signal);
    store.close();
    expect(encoded.objects[0]?.key).toBe("AWSLogs/a b+c\u0000d%");
    expect(encoded.folders).toEqual(["AWSLogs/o-1 2/"]);
    expect(plain.objects[0]?.key).toBe("a+b%2B");
  });

  test("follows the token over an empty page", async () => {
    const settings = await serve((request, response) =>
      request.url.searchParams.get("continuation-token") === "t/1+"
        ? answerList(response, [{ key: "AWSLogs/last" }])
        : answerList(response, [], { nextToken: "t/1+" }),
    );
    expect((await listBucket(settings)).objects.map(({ key }) => key)).toEqual(["AWSLogs/last"]);
  });

  test("refuses a list that breaks off", async () => {
    const settings = await serve((_, response) =>
      answerList(response, [{ key: "AWSLogs/a" }], { truncated: true }),
    );
    expect((await failureOf(listBucket(settings))).message).toMatch(/breaks off/);
  });

  test("tells archived objects from restored and instantly readable ones", async () => {
    const restored =
      "<RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress><RestoreExpiryDate>2026-12-01T00:00:00Z</RestoreExpiryDate></RestoreStatus>";
    const running = "<RestoreStatus><IsRestoreInProgress>true</IsRestoreInProgress></RestoreStatus>";
    const settings = await serve((_, response) =>
      answerList(response, [
        { key: "a", extra: "<StorageClass>GLACIER</StorageClass>" },
        { key: "b", extra: "<StorageClass>DEEP_ARCHIVE</StorageClass>" },
        { key: "c", extra: `<StorageClass>GLACIER</StorageClass>${restored}` },
        { key: "d", extra: `<StorageClass>GLACIER</StorageClass>${running}` },
        { key: "e", extra: "<StorageClass>GLACIER_IR</StorageClass>" },
        { key: "f", extra: "<StorageClass>STANDARD_IA</StorageClass>" },
      ]),
    );
    const { objects } = await listBucket(settings);
    expect(objects.filter(({ archived }) => archived).map(({ key }) => key)).toEqual(["a", "b", "d"]);
  });
});
