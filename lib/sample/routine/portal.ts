import { roleCaller } from "#lib/sample/actors/actor.ts";
import { SECOND } from "#lib/sample/calendar.ts";
import { accessKeyId, uuid } from "#lib/sample/invent-id.ts";
import {
  ACCOUNTS,
  GLOBAL_REGION,
  HOME_REGION,
  type Person,
  permissionSetRole,
} from "#lib/sample/organization.ts";
import type { Planner } from "#lib/sample/planner.ts";
import type { Random } from "#lib/sample/random.ts";
import { identityCenterUser, type RoleSession } from "#lib/sample/records/identity.ts";
import type { Caller } from "#lib/sample/records/record.ts";
import {
  consoleLogin,
  credentialVerification,
  portalChoice,
  userAuthentication,
} from "#lib/sample/records/sign-in.ts";

export type PortalVisit = {
  readonly person: Person;
  readonly account: string;
  readonly ip: string;
  readonly browser: string;
  readonly mfa: boolean;
  /** What they go on with: the console, or keys for the command line. */
  readonly goesTo: "console" | "keys";
};

/**
 * A person signs in at Identity Center's portal and opens an account: four or five events in the management
 * account, and for the console one more in the account itself. Answers the session they then have.
 */
export function planPortalVisit(
  planner: Planner,
  begin: number,
  visit: PortalVisit,
  random: Random,
): RoleSession {
  const { person, account, ip, browser, mfa } = visit;
  const home = { account: ACCOUNTS.management.id, region: HOME_REGION };
  const identity = identityCenterUser(ACCOUNTS.management.id, person, uuid(random));
  const atPortal: Caller = { identity, name: person.email, ip, agent: browser, kind: "client" };
  planner.add(begin, home, atPortal, (own) => credentialVerification("PASSWORD", "Success", own));
  if (mfa)
    planner.add(begin + 9 * SECOND, home, atPortal, (own) => credentialVerification("TOTP", "Success", own));
  planner.add(begin + 10 * SECOND, home, atPortal, (own) =>
    userAuthentication(mfa ? "PASSWORD,TOTP" : "PASSWORD", own),
  );

  const permissionSet = person.access.get(account) ?? "ViewOnlyAccess";
  const choice = portalChoice(
    visit.goesTo === "console" ? "Federate" : "GetRoleCredentials",
    account,
    permissionSet,
  );
  planner.add(begin + 24 * SECOND, home, atPortal, () => choice);
  const session: RoleSession = {
    role: permissionSetRole(account, permissionSet),
    session: person.email,
    accessKeyId: accessKeyId(random, "ASIA"),
    createdAt: begin + 25 * SECOND,
    mfa,
    person,
  };
  if (visit.goesTo === "console") {
    const place = { account, region: GLOBAL_REGION };
    // the sign-in itself carries no key yet
    const arriving = roleCaller({ ...session, accessKeyId: null }, ip, browser);
    planner.add(begin + 25 * SECOND, place, arriving, () => consoleLogin("Success", mfa));
  }
  return session;
}
