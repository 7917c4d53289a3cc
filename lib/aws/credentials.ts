import { fromNodeProviderChain, fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { type ErrorFacts, readErrorFacts, safeCause } from "#lib/aws/error-facts.ts";
import { trustPolicy } from "#lib/aws/iam-policy.ts";
import { keyFailure } from "#lib/aws/key-failure.ts";
import type { S3Settings } from "#lib/aws/s3-settings.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

export type CredentialSettings = Pick<S3Settings, "profile" | "roleArn" | "externalId" | "region">;

type Provider = ReturnType<typeof fromNodeProviderChain>;

/**
 * The credentials for these settings: the SDK's default chain, or a profile, and with either of them a role.
 * The SDK asks again a few minutes before they expire. Throws Failure: no-credentials, expired-credentials,
 * bad-credentials, role-denied, unreachable.
 */
export function credentialsOf(settings: CredentialSettings): Provider {
  const { profile, roleArn, externalId } = settings;
  const own = fromNodeProviderChain(profile === null ? {} : { profile });
  const translatedOwn = translating(own, (facts) => ownFailure(facts, profile));
  if (roleArn === null) return translatedOwn;
  const role = fromTemporaryCredentials({
    masterCredentials: translatedOwn,
    params: {
      RoleArn: roleArn,
      RoleSessionName: "waymark",
      ...(externalId === null ? {} : { ExternalId: externalId }),
    },
    ...(settings.region === null ? {} : { clientConfig: { region: settings.region } }),
  });
  return translating(role, (facts) => roleFailure(facts, roleArn, externalId));
}

function translating(provider: Provider, translate: (facts: ErrorFacts) => Failure): Provider {
  return async (properties) => {
    try {
      return await provider(properties);
    } catch (error) {
      if (isFailure(error)) throw error;
      throw translate(readErrorFacts(error));
    }
  };
}

function ownFailure(facts: ErrorFacts, profile: string | null): Failure {
  const cause = safeCause(facts);
  const whose = profile === null ? "AWS credentials" : `AWS credentials for the profile "${profile}"`;
  if (/expired|sso login|re-?authenticate/i.test(facts.message)) {
    return new Failure("expired-credentials", `The ${whose} have expired.`, {
      remedy: `Sign in again (aws sso login${profile === null ? "" : ` --profile ${profile}`}) and repeat.`,
      cause,
    });
  }
  if (/AccessDenied/.test(facts.name)) {
    return new Failure("role-denied", `The role of the ${whose} cannot be assumed.`, {
      remedy: `AWS said: ${facts.message}`,
      cause,
    });
  }
  return new Failure("no-credentials", `No ${whose} were found.`, { remedy: whereLooked(profile), cause });
}

/** The order of the SDK's chain: "Standardized credential providers", AWS SDKs and Tools reference guide. */
function whereLooked(profile: string | null): string {
  if (profile !== null) {
    return [
      `Looked for [profile ${profile}] in the shared configuration file (~/.aws/config, or AWS_CONFIG_FILE)`,
      `and for [${profile}] in the credentials file (~/.aws/credentials, or AWS_SHARED_CREDENTIALS_FILE)`,
      "of the user that Waymark runs as. Add it there, or choose another profile.",
    ].join(" ");
  }
  return [
    "Looked, in this order, at:",
    "- AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
    "- the profile in AWS_PROFILE, or [default], in ~/.aws/config and ~/.aws/credentials (also SSO and credential_process)",
    "- AWS_WEB_IDENTITY_TOKEN_FILE with AWS_ROLE_ARN",
    "- the container's role (AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or _FULL_URI)",
    "- the role of the EC2 instance",
    "Give Waymark one of these, or name a profile.",
  ].join("\n");
}

function roleFailure(facts: ErrorFacts, roleArn: string, externalId: string | null): Failure {
  const cause = safeCause(facts);
  if (/^AccessDenied/.test(facts.name)) {
    const caller = /User: (arn:\S+) is not authorized/.exec(facts.message)?.[1] ?? null;
    return new Failure("role-denied", `The role ${roleArn} cannot be assumed.`, {
      remedy: [
        `AWS said: ${facts.message}`,
        `The role must trust the caller${externalId === null ? "" : " with this external id"}. Its trust policy:`,
        trustPolicy(trustedPrincipal(caller), externalId),
        `The caller must also be allowed sts:AssumeRole on ${roleArn}.`,
        ...(externalId === null
          ? ["If the trust policy asks for an external id, set it on this source."]
          : []),
      ].join("\n"),
      cause,
    });
  }
  return (
    keyFailure(facts) ??
    new Failure(
      facts.status === null ? "unreachable" : "role-denied",
      facts.status === null
        ? `AWS STS could not be reached to assume the role ${roleArn} (${facts.name}).`
        : `The role ${roleArn} cannot be assumed (${facts.name}).`,
      { remedy: `${facts.status === null ? "The network" : "AWS"} said: ${facts.message}`, cause },
    )
  );
}

/** An assumed-role session cannot be trusted for good, its role can. */
function trustedPrincipal(callerArn: string | null): string | null {
  const parts = callerArn === null ? null : /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\//.exec(callerArn);
  return parts === null ? callerArn : `arn:${parts[1]}:iam::${parts[2]}:role/${parts[3]}`;
}
