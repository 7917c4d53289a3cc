import { isoTime } from "#lib/sample/calendar.ts";
import { type IamUser, IDENTITY_STORE, type Person, type Role, roleArn } from "#lib/sample/organization.ts";

/** Builders of `userIdentity`, as JSON text. */

/** Temporary credentials of a role. */
export type RoleSession = {
  readonly role: Role;
  readonly session: string;
  /** null where AWS leaves it out: a service's own credentials. */
  readonly accessKeyId: string | null;
  readonly createdAt: number;
  readonly mfa?: boolean;
  /** Set for sessions on EC2. */
  readonly instanceMetadata?: boolean;
  /** Set where a person came through Identity Center. */
  readonly person?: Person;
  /** The service that calls with these credentials, such as `config.amazonaws.com`. */
  readonly invokedBy?: string;
};

/** `arn:aws:sts::…:assumed-role/Role/session` */
export function sessionArn(session: RoleSession): string {
  return `arn:aws:sts::${session.role.account}:assumed-role/${session.role.name}/${session.session}`;
}

export function assumedRole(session: RoleSession): string {
  const { role, accessKeyId, person, invokedBy } = session;
  return (
    `{"type":"AssumedRole","principalId":"${role.id}:${session.session}","arn":"${sessionArn(session)}",` +
    `"accountId":"${role.account}",${accessKeyId === null ? "" : `"accessKeyId":"${accessKeyId}",`}` +
    `"sessionContext":{"sessionIssuer":{"type":"Role","principalId":"${role.id}","arn":"${roleArn(role)}",` +
    `"accountId":"${role.account}","userName":"${role.name}"},` +
    `"attributes":{"creationDate":"${isoTime(session.createdAt)}","mfaAuthenticated":"${session.mfa === true}"}` +
    `${session.instanceMetadata === true ? ',"ec2RoleDelivery":"2.0"' : ""}}` +
    (person === undefined
      ? ""
      : `,"onBehalfOf":{"userId":"${person.userId}","identityStoreArn":"${IDENTITY_STORE}"}`) +
    `${invokedBy === undefined ? "" : `,"invokedBy":"${invokedBy}"`}}`
  );
}

export function userArn(user: IamUser): string {
  return `arn:aws:iam::${user.account}:user/${user.name}`;
}

/** An IAM user with a long-lived key, or (without one) at the sign-in page. */
export function iamUserIdentity(user: IamUser, accessKeyId: string | null): string {
  const key = accessKeyId === null ? "" : `"accessKeyId":"${accessKeyId}",`;
  return `{"type":"IAMUser","principalId":"${user.id}","arn":"${userArn(user)}","accountId":"${user.account}",${key}"userName":"${user.name}"}`;
}

/** An AWS service that acts by itself. */
export function serviceIdentity(host: string): string {
  return `{"type":"AWSService","invokedBy":"${host}"}`;
}

/** A caller from another account, of whom only the account and the principal's id are told. */
export function accountIdentity(account: string, principalId: string): string {
  return `{"type":"AWSAccount","principalId":"${principalId}","accountId":"${account}"}`;
}

/** The root user; a key is only told for calls after the sign-in. */
export function rootIdentity(
  account: string,
  session: { readonly key: string; readonly createdAt: number } | null,
): string {
  const base = `{"type":"Root","principalId":"${account}","arn":"arn:aws:iam::${account}:root","accountId":"${account}","accessKeyId":"${session?.key ?? ""}"`;
  if (session === null) return `${base}}`;
  return `${base},"sessionContext":{"attributes":{"creationDate":"${isoTime(session.createdAt)}","mfaAuthenticated":"false"}}}`;
}

/** A token of an OpenID Connect provider, as it comes to STS. */
export function webIdentity(account: string, provider: string, audience: string, subject: string): string {
  const arn = `arn:aws:iam::${account}:oidc-provider/${provider}`;
  return `{"type":"WebIdentityUser","principalId":"${arn}:${audience}:${subject}","userName":"${subject}","identityProvider":"${arn}"}`;
}

/** A person at Identity Center's own sign-in. */
export function identityCenterUser(account: string, person: Person, credentialId: string): string {
  return (
    `{"type":"IdentityCenterUser","accountId":"${account}","onBehalfOf":{"userId":"${person.userId}",` +
    `"identityStoreArn":"${IDENTITY_STORE}"},"credentialId":"${credentialId}"}`
  );
}
