import { fixedRandom, hex, uniqueId, uuid } from "#lib/sample/invent-id.ts";

/**
 * The organization of the sample trail. Everything is invented: account ids, people, keys; all public addresses
 * come from the ranges kept for documentation (RFC 5737).
 */

export const ORGANIZATION_ID = "o-exampleorg";

export type Account = { readonly id: string; readonly name: string };

export const ACCOUNTS = {
  management: { id: "111122223333", name: "management" },
  prod: { id: "222233334444", name: "prod" },
  staging: { id: "333344445555", name: "staging" },
  dev: { id: "444455556666", name: "dev" },
  security: { id: "555566667777", name: "security" },
  shared: { id: "666677778888", name: "shared-services" },
} as const satisfies Record<string, Account>;

/** Accounts of others: the scheduler, the monitoring vendor, and one that nobody here knows. */
export const OUTSIDE_ACCOUNTS = {
  scheduler: "777788889999",
  monitoring: "888899990000",
  stranger: "999900001111",
};

/** The regions that the organization has enabled. The last one has no logs at all. */
export const REGIONS = [
  "us-east-1",
  "eu-west-1",
  "eu-central-1",
  "us-west-2",
  "ap-southeast-2",
  "eu-south-1",
] as const;
export const SILENT_REGION = "eu-south-1";
/** Where the global services (IAM, sign-in, Organizations, CloudFront) write. */
export const GLOBAL_REGION = "us-east-1";
/** Where people work, and where Identity Center is. */
export const HOME_REGION = "eu-west-1";

/** Where an event is recorded. */
export type Place = { readonly account: string; readonly region: string };

/** A place that writes events all day; `weight` is its share of the background, in percent. */
export type Stream = Place & { readonly weight: number };

const stream = (account: Account, region: string, weight: number): Stream => ({
  account: account.id,
  region,
  weight,
});

export const STREAMS: readonly Stream[] = [
  stream(ACCOUNTS.prod, "eu-west-1", 30),
  stream(ACCOUNTS.prod, "us-east-1", 16),
  stream(ACCOUNTS.staging, "eu-west-1", 9),
  stream(ACCOUNTS.dev, "eu-west-1", 8),
  stream(ACCOUNTS.shared, "us-east-1", 6),
  stream(ACCOUNTS.staging, "us-east-1", 5),
  stream(ACCOUNTS.dev, "us-east-1", 4.5),
  stream(ACCOUNTS.prod, "eu-central-1", 4),
  stream(ACCOUNTS.management, "us-east-1", 4),
  stream(ACCOUNTS.security, "us-east-1", 3.5),
  stream(ACCOUNTS.shared, "eu-west-1", 3),
  stream(ACCOUNTS.prod, "us-west-2", 2.5),
  stream(ACCOUNTS.security, "eu-west-1", 1.5),
  stream(ACCOUNTS.prod, "ap-southeast-2", 1.2),
  stream(ACCOUNTS.dev, "us-west-2", 1),
  stream(ACCOUNTS.management, "eu-west-1", 0.8),
];

/** The member account that had a trail of its own before the organization's, and the name of that trail. */
export const OLDER_TRAIL = { account: ACCOUNTS.security.id, name: "security-baseline" };

export type Role = {
  readonly account: string;
  readonly name: string;
  /** The role's path, with both slashes. */
  readonly path: string;
  readonly id: string;
};

const knownRoles = new Map<string, Role>();

function remembered(key: string, invent: () => Role): Role {
  const known = knownRoles.get(key);
  if (known !== undefined) return known;
  const role = invent();
  knownRoles.set(key, role);
  return role;
}

/** A role of an account; its unique id is always the same for the same name. */
export function roleOf(account: string, name: string, path = "/"): Role {
  return remembered(`${account}${path}${name}`, () => {
    const id = uniqueId(fixedRandom(`role/${account}/${name}`), "AROA");
    return { account, name, path, id };
  });
}

/** The role behind a permission set of Identity Center. */
export function permissionSetRole(account: string, permissionSet: string): Role {
  return remembered(`${account}#${permissionSet}`, () => {
    const suffix = hex(fixedRandom(`permission-set/${account}/${permissionSet}`), 16);
    const name = `AWSReservedSSO_${permissionSet}_${suffix}`;
    return roleOf(account, name, `/aws-reserved/sso.amazonaws.com/${HOME_REGION}/`);
  });
}

/** A service-linked role. */
export function serviceLinkedRole(account: string, service: string, name: string): Role {
  return roleOf(account, name, `/aws-service-role/${service}.amazonaws.com/`);
}

export const IDENTITY_STORE = `arn:aws:identitystore::${ACCOUNTS.management.id}:identitystore/d-93677c1f2e`;
export const OIDC_HOST = "token.actions.githubusercontent.com";

export type Person = {
  readonly email: string;
  /** The user's id in the identity store. */
  readonly userId: string;
  /** The address they work from at home; the office's is shared. */
  readonly home: string;
  /** Permission set by account id. */
  readonly access: ReadonlyMap<string, string>;
  readonly usesConsole: boolean;
};

export const OFFICE_ADDRESSES = ["198.51.100.10", "198.51.100.11"] as const;

function person(
  name: string,
  home: string,
  usesConsole: boolean,
  access: readonly (readonly [Account, string])[],
): Person {
  const email = `${name}@example.com`;
  const userId = uuid(fixedRandom(`person/${email}`));
  return {
    email,
    userId,
    home,
    usesConsole,
    access: new Map(access.map(([account, set]) => [account.id, set])),
  };
}

const { management, prod, staging, dev, security, shared } = ACCOUNTS;
const ADMIN = "AdministratorAccess";
const POWER = "PowerUserAccess";
const VIEW = "ViewOnlyAccess";

export const PEOPLE = {
  marek: person("marek.novak", "203.0.113.14", true, [
    [dev, POWER],
    [staging, POWER],
    [prod, VIEW],
  ]),
  lena: person("lena.fischer", "203.0.113.21", false, [
    [dev, POWER],
    [staging, POWER],
    [prod, VIEW],
  ]),
  tomas: person("tomas.okafor", "203.0.113.33", true, [
    [prod, "DatabaseAdmin"],
    [staging, "DatabaseAdmin"],
    [dev, POWER],
  ]),
  ines: person("ines.carvalho", "203.0.113.38", false, [
    [prod, ADMIN],
    [shared, ADMIN],
    [staging, ADMIN],
    [dev, ADMIN],
  ]),
  yuki: person("yuki.tanaka", "203.0.113.45", true, [
    [management, ADMIN],
    [security, ADMIN],
    [prod, VIEW],
  ]),
  aisha: person("aisha.rahman", "203.0.113.52", false, [
    [security, "SecurityAudit"],
    [prod, "SecurityAudit"],
    [management, VIEW],
  ]),
  piotr: person("piotr.zielinski", "203.0.113.59", false, [
    [dev, POWER],
    [shared, POWER],
  ]),
  grace: person("grace.mwangi", "203.0.113.66", true, [
    [dev, POWER],
    [staging, VIEW],
    [shared, VIEW],
  ]),
  oscar: person("oscar.lindqvist", "203.0.113.71", true, [
    [prod, "Billing"],
    [management, "Billing"],
  ]),
  chloe: person("chloe.dubois", "203.0.113.84", false, [
    [dev, POWER],
    [staging, POWER],
  ]),
} as const;

export type IamUser = { readonly account: string; readonly name: string; readonly id: string };

/** An IAM user with a long-lived key. */
export function iamUser(account: string, name: string): IamUser {
  return { account, name, id: uniqueId(fixedRandom(`user/${account}/${name}`), "AIDA") };
}

/** The role's ARN: `arn:aws:iam::…:role/path/Name`. */
export function roleArn(role: Role): string {
  return `arn:aws:iam::${role.account}:role${role.path}${role.name}`;
}
