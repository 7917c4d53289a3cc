import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { type CredentialSettings, credentialsOf } from "#lib/aws/credentials.ts";
import { startRegion } from "#lib/aws/s3-client.ts";
import { DEFAULT_PATIENCE, type S3Settings } from "#lib/aws/s3-settings.ts";
import { isFailure } from "#lib/server/failure.ts";

export type Identity = { readonly account: string; readonly arn: string };

/**
 * Who AWS takes us for, for "you are connected as …". null where that cannot be told: another S3 server has no STS,
 * and a network may let only S3 through. Throws Failure only when the credentials themselves cannot be had.
 */
export async function describeIdentity(
  settings: CredentialSettings & Pick<S3Settings, "endpoint">,
  signal: AbortSignal,
): Promise<Identity | null> {
  // Credentials of another S3 server mean nothing to AWS, and are none of its business.
  if (settings.endpoint !== null && process.env["AWS_ENDPOINT_URL_STS"] === undefined) return null;
  const region = await startRegion(settings);
  const client = new STSClient({
    region,
    credentials: credentialsOf({ ...settings, region }),
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: DEFAULT_PATIENCE.connectTimeoutMs,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
    },
  });
  try {
    const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
    return Account === undefined || Arn === undefined ? null : { account: Account, arn: Arn };
  } catch (error) {
    if (isFailure(error)) throw error;
    return null;
  } finally {
    client.destroy();
  }
}
