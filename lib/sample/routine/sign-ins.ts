import { DAY, HOUR, isWeekday, MINUTE, midnight, SECOND } from "#lib/sample/calendar.ts";
import { ACCOUNTS, GLOBAL_REGION, iamUser, OFFICE_ADDRESSES, PEOPLE } from "#lib/sample/organization.ts";
import type { Planner } from "#lib/sample/planner.ts";
import type { Random } from "#lib/sample/random.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import { iamUserIdentity, userArn } from "#lib/sample/records/identity.ts";
import type { Caller } from "#lib/sample/records/record.ts";
import { consoleLogin } from "#lib/sample/records/sign-in.ts";
import { planPortalVisit } from "#lib/sample/routine/portal.ts";

const BROWSERS = [AGENTS.browser, AGENTS.browserLinux, AGENTS.browserWindows] as const;
const MOST_VISITS_A_DAY = 20;

/** People sign in on weekday mornings; two old IAM users sign in to the console too, and sometimes fail. */
export function planSignIns(planner: Planner): void {
  const visits = Math.max(1, Math.min(MOST_VISITS_A_DAY, Math.round(6 * Math.sqrt(planner.density))));
  for (let day = midnight(planner.start); day < planner.end; day += DAY) {
    if (!isWeekday(day)) continue;
    const random = planner.randomFor(`sign-ins/${day}`);
    for (let visit = 0; visit < visits; visit++) {
      const person = random.pick(Object.values(PEOPLE));
      const account = random.pick([...person.access.keys()]);
      const ip = random.chance(0.6) ? random.pick(OFFICE_ADDRESSES) : person.home;
      const goesTo = person.usesConsole ? "console" : "keys";
      const begin = day + 7 * HOUR + random.below(4 * HOUR);
      planPortalVisit(
        planner,
        begin,
        { person, account, ip, browser: random.pick(BROWSERS), mfa: true, goesTo },
        random,
      );
    }
    if (isMonday(day) || random.chance(0.5)) {
      planUserSignIn(planner, day + 9 * HOUR + random.below(6 * HOUR), random);
    }
  }
}

const FINANCE = iamUser(ACCOUNTS.management.id, "finance-export");
const CONTRACTOR = iamUser(ACCOUNTS.staging.id, "contractor-qa");

function planUserSignIn(planner: Planner, begin: number, random: Random): void {
  const [user, mfa] = random.chance(0.6) ? ([FINANCE, true] as const) : ([CONTRACTOR, false] as const);
  const place = { account: user.account, region: GLOBAL_REGION };
  const ip = `203.0.113.${100 + random.below(20)}`;
  const caller: Caller = {
    identity: iamUserIdentity(user, null),
    name: userArn(user),
    ip,
    agent: random.pick(BROWSERS),
    kind: "client",
  };
  // after a weekend passwords are forgotten
  const mistypes = isMonday(begin) || random.chance(0.2) ? 1 + random.below(2) : 0;
  for (let mistake = 0; mistake < mistypes; mistake++) {
    planner.add(begin - MINUTE + mistake * 15 * SECOND, place, caller, () => consoleLogin("Failure", mfa));
  }
  planner.add(begin, place, caller, () => consoleLogin("Success", mfa));
  if (random.chance(0.2)) planUnknownUser(planner, begin + HOUR, random);
}

function isMonday(time: number): boolean {
  return new Date(time).getUTCDay() === 1;
}

/** Somebody guesses a name; AWS hides what was typed, since it may be a password. */
function planUnknownUser(planner: Planner, time: number, random: Random): void {
  const account = ACCOUNTS.prod.id;
  const identity = `{"type":"IAMUser","accountId":"${account}","accessKeyId":"","userName":"HIDDEN_DUE_TO_SECURITY_REASONS"}`;
  const ip = `198.51.100.${150 + random.below(50)}`;
  const caller: Caller = { identity, name: "unknown", ip, agent: random.pick(BROWSERS), kind: "client" };
  const place = { account, region: GLOBAL_REGION };
  const call = consoleLogin("Failure", false);
  planner.add(time, place, caller, () => ({
    ...call,
    error: { code: null, message: "No username found in supplied account" },
  }));
}
