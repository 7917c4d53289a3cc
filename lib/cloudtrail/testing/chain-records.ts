/** Records with which tests tell stories of credentials. Accounts, keys and names are invented. */

export type TestRecord = { readonly eventID: string; readonly [name: string]: unknown };

export const HOME = "111122223333";
export const PROD = "444455556666";

let next = 0;

/** `2026-11-12T{clock}Z` */
export function at(clock: string): string {
  return `2026-11-12T${clock}Z`;
}

export function record(
  clock: string,
  eventName: string,
  userIdentity: unknown,
  more: { readonly account?: string; readonly [name: string]: unknown } = {},
): TestRecord {
  next += 1;
  const { account = HOME, ...rest } = more;
  return {
    eventVersion: "1.11",
    userIdentity,
    eventTime: at(clock),
    eventSource: "ec2.amazonaws.com",
    eventName,
    awsRegion: "eu-west-1",
    sourceIPAddress: "192.0.2.7",
    userAgent: "test",
    requestParameters: null,
    responseElements: null,
    eventID: `00000000-0000-4000-8000-${String(next).padStart(12, "0")}`,
    recipientAccountId: account,
    ...rest,
  };
}

export function key(name: string, prefix = "ASIA"): string {
  return `${prefix}${name.toUpperCase().padEnd(16, "X")}`;
}

export function user(name: string, accessKeyId: string | null, createdAt?: string): unknown {
  return {
    type: "IAMUser",
    principalId: `AIDA${name.toUpperCase()}`,
    arn: `arn:aws:iam::${HOME}:user/${name}`,
    accountId: HOME,
    userName: name,
    ...(accessKeyId === null ? {} : { accessKeyId }),
    ...(createdAt === undefined
      ? {}
      : { sessionContext: { attributes: { creationDate: at(createdAt), mfaAuthenticated: "true" } } }),
  };
}

export type Session = {
  readonly role: string;
  readonly session: string;
  readonly account: string;
  readonly key: string | null;
  readonly createdAt: string;
};

export function principalOf({ role, session }: Session): string {
  return `AROA${role.toUpperCase()}:${session}`;
}

export function roleArn({ account, role }: Session): string {
  return `arn:aws:iam::${account}:role/${role}`;
}

export function assumed(session: Session, more: object = {}): unknown {
  return {
    type: "AssumedRole",
    principalId: principalOf(session),
    arn: `arn:aws:sts::${session.account}:assumed-role/${session.role}/${session.session}`,
    accountId: session.account,
    ...(session.key === null ? {} : { accessKeyId: session.key }),
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: `AROA${session.role.toUpperCase()}`,
        arn: roleArn(session),
        accountId: session.account,
        userName: session.role,
      },
      attributes: { creationDate: at(session.createdAt), mfaAuthenticated: "false" },
    },
    ...more,
  };
}

/** AssumeRole that gives `session`, in the log of `account`. */
export function assumeRole(
  clock: string,
  caller: unknown,
  session: Session,
  more: { readonly account?: string; readonly sharedEventID?: string; readonly issuedKey?: string } = {},
): TestRecord {
  const { issuedKey, ...rest } = more;
  return record(clock, "AssumeRole", caller, {
    eventSource: "sts.amazonaws.com",
    requestParameters: { roleArn: roleArn(session), roleSessionName: session.session },
    responseElements: {
      credentials: { accessKeyId: issuedKey ?? session.key, sessionToken: "secret" },
      assumedRoleUser: { assumedRoleId: principalOf(session), arn: "arn" },
    },
    ...rest,
  });
}

/** Of a caller in another account AWS tells its number and its principal id only. */
export function stranger(account: string, principalId: string): unknown {
  return { type: "AWSAccount", accountId: account, principalId };
}
