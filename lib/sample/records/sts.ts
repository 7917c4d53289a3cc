import { HOUR, proseTime } from "#lib/sample/calendar.ts";
import { token } from "#lib/sample/invent-id.ts";
import { OIDC_HOST, type Role, roleArn } from "#lib/sample/organization.ts";
import type { Random } from "#lib/sample/random.ts";
import { type RoleSession, sessionArn } from "#lib/sample/records/identity.ts";
import type { Call } from "#lib/sample/records/record.ts";

/** Calls to STS: where sessions come from. */

function issued(session: RoleSession, random: Random, lifetime: number): string {
  return (
    `"credentials":{"accessKeyId":"${session.accessKeyId}","sessionToken":"IQoJb3JpZ2luX2VjE${token(random, 380)}==",` +
    `"expiration":"${proseTime(session.createdAt + lifetime)}"},` +
    `"assumedRoleUser":{"assumedRoleId":"${session.role.id}:${session.session}","arn":"${sessionArn(session)}"}`
  );
}

function roleResource(role: Role): string {
  return `[{"accountId":"${role.account}","type":"AWS::IAM::Role","ARN":"${roleArn(role)}"}]`;
}

/**
 * AssumeRole that issues exactly the session's key; `externalId` where a third party calls, `shared` where two
 * accounts get the event.
 */
export function assumeRole(
  session: RoleSession,
  random: Random,
  options: { readonly externalId?: string; readonly sharedEventId?: string } = {},
): Call {
  const external = options.externalId === undefined ? "" : `,"externalId":"${options.externalId}"`;
  return {
    service: "sts",
    name: "AssumeRole",
    readOnly: true,
    requestJson: `{"roleArn":"${roleArn(session.role)}","roleSessionName":"${session.session}"${external},"durationSeconds":3600}`,
    responseJson: `{${issued(session, random, HOUR)}}`,
    resourcesJson: roleResource(session.role),
    ...(options.sharedEventId === undefined ? {} : { sharedEventId: options.sharedEventId }),
  };
}

/** The answer to GitHub's token: a session of the CI role. */
export function assumeRoleWithWebIdentity(session: RoleSession, subject: string, random: Random): Call {
  const provider = `arn:aws:iam::${session.role.account}:oidc-provider/${OIDC_HOST}`;
  return {
    service: "sts",
    name: "AssumeRoleWithWebIdentity",
    readOnly: true,
    requestJson: `{"roleArn":"${roleArn(session.role)}","roleSessionName":"${session.session}","durationSeconds":3600}`,
    responseJson:
      `{${issued(session, random, HOUR)},"subjectFromWebIdentityToken":"${subject}",` +
      `"provider":"${provider}","audience":"sts.amazonaws.com"}`,
    resourcesJson: roleResource(session.role),
  };
}

export const GET_CALLER_IDENTITY: Call = { service: "sts", name: "GetCallerIdentity", readOnly: true };
