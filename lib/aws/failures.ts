import { type ErrorFacts, readErrorFacts, safeCause } from "#lib/aws/error-facts.ts";
import { iamPolicy, kmsStatement, partitionOf } from "#lib/aws/iam-policy.ts";
import { keyFailure } from "#lib/aws/key-failure.ts";
import { networkFailure } from "#lib/aws/network-failure.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

export type FailureContext = {
  readonly bucket: string;
  /** The object's key, or the prefix that was listed; null for the bucket itself. */
  readonly key: string | null;
  readonly action: "list" | "read";
  /** The prefix that the source as a whole reads: the remedy's policy is written for it. */
  readonly prefix?: string;
  readonly region?: string | null;
  readonly endpoint?: string | null;
};

/**
 * Turns whatever the SDK threw into the Failure a person can act on. The message names bucket and key, the remedy
 * says what to do; neither holds a secret. A Failure passes unchanged.
 */
export function toFailure(error: unknown, context: FailureContext): Failure {
  if (isFailure(error)) return error;
  const facts = readErrorFacts(error);
  return (
    keyFailure(facts) ??
    absenceFailure(facts, context) ??
    // InvalidObjectState comes with the status of a denial, so the state is looked at first.
    stateFailure(facts, context) ??
    denialFailure(facts, context) ??
    networkFailure(facts, `${placeOf(context)} could not be ${verbOf(context)}`, context.endpoint ?? "S3") ??
    new Failure("unreachable", `${placeOf(context)} could not be ${verbOf(context)} (${facts.name}).`, {
      remedy: `The server said: ${facts.message}`,
      cause: safeCause(facts),
    })
  );
}

function absenceFailure(facts: ErrorFacts, context: FailureContext): Failure | null {
  const cause = safeCause(facts);
  const missing = facts.name === "NotFound" || facts.name === "404" || facts.status === 404;
  if (facts.name === "NoSuchBucket" || (missing && context.action !== "read")) {
    return new Failure("no-such-bucket", `There is no bucket named ${context.bucket}.`, {
      remedy: "Check the spelling, and that the bucket is in the AWS partition or on the endpoint you chose.",
      cause,
    });
  }
  if (facts.name === "InvalidBucketName") {
    return new Failure("no-such-bucket", `"${context.bucket}" cannot be the name of a bucket.`, {
      remedy: "A bucket's name has 3 to 63 lower case letters, digits, dots and hyphens, and no folder.",
      cause,
    });
  }
  if (facts.name === "NoSuchKey" || missing) {
    return new Failure("no-such-object", `${placeOf(context)} is no longer there.`, {
      remedy: "It was deleted after it was listed, by a person or by the bucket's lifecycle rule.",
      cause,
    });
  }
  return null;
}

function denialFailure(facts: ErrorFacts, context: FailureContext): Failure | null {
  const cause = safeCause(facts);
  if (/^KMS\./.test(facts.name) || /kms:\w+|ciphertext refers to|customer master key/i.test(facts.message)) {
    return kmsFailure(facts, context);
  }
  if (facts.name === "AllAccessDisabled" || facts.name === "AccountProblem") {
    return new Failure(
      "access-denied",
      `AWS has closed access to the bucket ${context.bucket} (${facts.name}).`,
      {
        remedy: `AWS said: ${facts.message}`,
        cause,
      },
    );
  }
  if (!/^AccessDenied/.test(facts.name) && facts.status !== 403 && facts.status !== 401) return null;
  const explicit = /explicit deny in an? ([\w -]+?policy)/i.exec(facts.message)?.[1];
  const partition = partitionOf(context.region ?? null);
  const policy = iamPolicy({
    bucket: context.bucket,
    prefix: context.prefix ?? folderOf(context),
    partition,
  });
  return new Failure("access-denied", `Access denied: ${placeOf(context)} may not be ${verbOf(context)}.`, {
    remedy: [
      `AWS said: ${facts.message}`,
      explicit === undefined
        ? "This policy on the user or role is enough (the bucket's own policy must not forbid it):"
        : `An explicit deny in a ${explicit} overrules every allow: change it first. Beyond that, this is enough:`,
      policy,
    ].join("\n"),
    cause,
  });
}

function kmsFailure(facts: ErrorFacts, context: FailureContext): Failure {
  const cause = safeCause(facts);
  const keyArn = /arn:[\w-]+:kms:[\w-]+:\d+:(?:key|alias)\/[\w/-]+/.exec(facts.message)?.[0] ?? null;
  const which = keyArn === null ? "the KMS key that encrypts it" : `the KMS key ${keyArn}`;
  if (/Disabled|InvalidState|NotFound/.test(facts.name)) {
    return new Failure("kms-denied", `${placeOf(context)} cannot be decrypted: ${which} is not usable.`, {
      remedy: `AWS said: ${facts.message}\nEnable the key again, or cancel its deletion.`,
      cause,
    });
  }
  const statement = kmsStatement(keyArn ?? "ARN of the key: CloudTrail, trail, Log file SSE-KMS encryption");
  return new Failure("kms-denied", `${placeOf(context)} cannot be decrypted: ${which} may not be used.`, {
    remedy: [
      `AWS said: ${facts.message}`,
      "Add this statement to the user's or role's policy. If the key is in another account, add it to the key's policy too, with the user or role as Principal:",
      JSON.stringify(statement, null, 2),
    ].join("\n"),
    cause,
  });
}

function stateFailure(facts: ErrorFacts, context: FailureContext): Failure | null {
  const cause = safeCause(facts);
  switch (facts.name) {
    case "InvalidObjectState":
      return new Failure("archived", `${placeOf(context)} is archived in S3 Glacier.`, {
        remedy: "Restore it (aws s3api restore-object), wait until that is done, then load again.",
        cause,
      });
    case "PermanentRedirect":
    case "TemporaryRedirect":
    case "AuthorizationHeaderMalformed":
    case "IllegalLocationConstraintException":
      return wrongRegion(facts, context);
    case "PreconditionFailed":
      return new Failure("no-such-object", `${placeOf(context)} was replaced while it was read.`, {
        remedy: "Load again: the new version is then read.",
        cause,
      });
  }
  if (facts.status === 301 || facts.status === 307) return wrongRegion(facts, context);
  if (THROTTLED.test(facts.name) || facts.status === 503 || facts.status === 429) {
    return new Failure(
      "throttled",
      `S3 asked to slow down at ${placeOf(context)}, and still did after retries.`,
      {
        remedy:
          "Something else reads this bucket heavily, or the server is overloaded. Try again in some minutes.",
        cause,
      },
    );
  }
  return null;
}

const THROTTLED =
  /^(SlowDown|Throttl\w*|TooManyRequests\w*|RequestLimitExceeded|ServiceUnavailable|BandwidthLimitExceeded)$/;

function wrongRegion(facts: ErrorFacts, context: FailureContext): Failure {
  const used = context.region ?? null;
  const asked = used === null ? "another region" : used;
  const real = facts.bucketRegion;
  const remedy =
    real === null
      ? "Set the bucket's region. The S3 console shows it beside the bucket's name."
      : real === used
        ? `The bucket is in ${real}, but the endpoint is not. Leave the endpoint empty, or set the one of ${real}.`
        : `Set the region to ${real}.`;
  return new Failure(
    "wrong-region",
    `The bucket ${context.bucket} was looked for in ${asked} and is not there.`,
    {
      remedy,
      cause: safeCause(facts),
    },
  );
}

function placeOf({ bucket, key, action }: FailureContext): string {
  if (key === null || key === "") return `s3://${bucket}`;
  return action === "read" ? `s3://${bucket}/${key}` : `s3://${bucket}/${key}*`;
}

function verbOf({ action }: FailureContext): string {
  return action === "read" ? "read" : "listed";
}

/** For a read without a known prefix, the folder of the object is the narrowest thing worth a policy. */
function folderOf({ key, action }: FailureContext): string {
  if (key === null) return "";
  return action === "list" ? key : key.slice(0, key.lastIndexOf("/") + 1);
}
