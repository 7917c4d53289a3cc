import { roleCaller } from "#lib/sample/actors/actor.ts";
import { DAY, HOUR, isWeekday, midnight, SECOND } from "#lib/sample/calendar.ts";
import { accessKeyId, ec2Id, fixedRandom, hex, uniqueId, uuid } from "#lib/sample/invent-id.ts";
import { ACCOUNTS, HOME_REGION, OUTSIDE_ACCOUNTS, PEOPLE, roleOf } from "#lib/sample/organization.ts";
import type { Planner } from "#lib/sample/planner.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import { describeInstances, startInstances, stopInstances } from "#lib/sample/records/ec2-writes.ts";
import { accountIdentity, type RoleSession } from "#lib/sample/records/identity.ts";
import type { Caller } from "#lib/sample/records/record.ts";
import { assumeRole } from "#lib/sample/records/sts.ts";
import { planPortalVisit } from "#lib/sample/routine/portal.ts";
import { hoursOfDay, momentOf, type Story, wholeDays } from "#lib/sample/stories/story.ts";

const PLACE = { account: ACCOUNTS.dev.id, region: HOME_REGION };
const INSTANCES = ["load-1", "load-2", "load-3"].map((name) => ec2Id("i", `scheduled/${name}`));
const VICTIM = ec2Id("i", "scheduled/load-2");
const NIGHT_ADDRESS = "203.0.113.198";
const OPERATOR_SESSION = "maint-0311";

export const offScheduleStop: Story = {
  id: "off-schedule-stop",
  title: "An instance stopped at night",
  question: "Who stopped the instance off schedule?",
  q: `event:StopInstances resource:${VICTIM} -session:skeddly-*`,
  window: wholeDays(9, 9),
  matches: 1,
  answer:
    "Skeddly starts the three load instances at 07:00 and stops them at 19:00 on weekdays. This stop, at 03:12, came from a session of OpsAdmin named maint-0311, which Marek Novak had opened two minutes before.",
  facts: { instance: VICTIM, role: "OpsAdmin", session: OPERATOR_SESSION, address: NIGHT_ADDRESS },
  next: [
    {
      question: "How did they get in?",
      q: `ip:${NIGHT_ADDRESS}`,
      window: hoursOfDay(4, 3, 1),
      matches: 8,
    },
    {
      question: "Who opened the session that stopped it?",
      q: `event:AssumeRole session:${PEOPLE.marek.email} resource:*role/OpsAdmin`,
      window: hoursOfDay(4, 3, 1),
      matches: 1,
    },
    {
      question: "Why was it running at that hour?",
      q: `event:StartInstances resource:${VICTIM} -session:skeddly-*`,
      window: wholeDays(9, 9),
      matches: 1,
    },
  ],
};

export function planOffScheduleStop(planner: Planner): void {
  for (let day = midnight(planner.start); day < planner.end; day += DAY) {
    if (!isWeekday(day)) continue;
    planScheduledRun(planner, day + 7 * HOUR, startInstances);
    planScheduledRun(planner, day + 19 * HOUR, stopInstances);
  }
  planEveningStart(planner);
  planNightStop(planner);
}

const SCHEDULER_EXTERNAL_ID = hex(fixedRandom("scheduler-external-id"), 24);
const SCHEDULER_USER = uniqueId(fixedRandom("scheduler"), "AIDA");
const SCHEDULER_ADDRESS = "192.0.2.90";

function planScheduledRun(planner: Planner, due: number, change: typeof startInstances): void {
  const random = planner.randomFor(`scheduler/${due}`);
  const begin = due + SECOND * (2 + random.below(4));
  const session: RoleSession = {
    role: roleOf(PLACE.account, "SkeddlyAccess"),
    session: `skeddly-${hex(random, 10)}`,
    accessKeyId: accessKeyId(random, "ASIA"),
    createdAt: begin,
  };
  const vendor: Caller = {
    identity: accountIdentity(OUTSIDE_ACCOUNTS.scheduler, SCHEDULER_USER),
    name: SCHEDULER_USER,
    ip: SCHEDULER_ADDRESS,
    agent: AGENTS.scheduler,
    kind: "client",
  };
  const options = { externalId: SCHEDULER_EXTERNAL_ID, sharedEventId: uuid(random) };
  planner.add(begin, PLACE, vendor, (own) => assumeRole(session, own, options));
  const scheduler = roleCaller(session, SCHEDULER_ADDRESS, AGENTS.scheduler);
  planner.add(begin + SECOND, PLACE, scheduler, () => describeInstances(INSTANCES));
  planner.add(begin + 2 * SECOND, PLACE, scheduler, (own) => change(INSTANCES, own));
}

/** The evening before, somebody else starts the instance again for a long test. */
function planEveningStart(planner: Planner): void {
  const begin = momentOf(planner.lastMidnight, 5, 21, 37, 20);
  const random = planner.randomFor("evening-start");
  const { lena } = PEOPLE;
  const visit = {
    person: lena,
    account: PLACE.account,
    ip: lena.home,
    browser: AGENTS.browserLinux,
    mfa: true,
  } as const;
  const session = planPortalVisit(planner, begin, { ...visit, goesTo: "keys" }, random);
  const caller = roleCaller(session, lena.home, AGENTS.cli);
  planner.add(begin + 50 * SECOND, PLACE, caller, () => describeInstances([VICTIM]));
  planner.add(begin + 62 * SECOND, PLACE, caller, (own) => startInstances([VICTIM], own));
}

/** At night, from an address never seen before or after: sign-in without a second factor, a role, the stop. */
function planNightStop(planner: Planner): void {
  const begin = momentOf(planner.lastMidnight, 4, 3, 4, 51);
  const random = planner.randomFor("night-stop");
  const visit = {
    person: PEOPLE.marek,
    account: PLACE.account,
    ip: NIGHT_ADDRESS,
    browser: AGENTS.browserWindows,
  } as const;
  const session = planPortalVisit(planner, begin, { ...visit, mfa: false, goesTo: "console" }, random);
  const person = roleCaller(session, NIGHT_ADDRESS, AGENTS.browserWindows, "console");
  planner.add(momentOf(planner.lastMidnight, 4, 3, 8, 2), PLACE, person, () => describeInstances([VICTIM]));

  const assumedAt = momentOf(planner.lastMidnight, 4, 3, 9, 58);
  const operator: RoleSession = {
    role: roleOf(PLACE.account, "OpsAdmin"),
    session: OPERATOR_SESSION,
    accessKeyId: accessKeyId(random, "ASIA"),
    createdAt: assumedAt,
  };
  planner.add(assumedAt, PLACE, person, (own) => assumeRole(operator, own));
  const acting = roleCaller(operator, NIGHT_ADDRESS, AGENTS.browserWindows, "console");
  planner.add(momentOf(planner.lastMidnight, 4, 3, 11, 40), PLACE, acting, () =>
    describeInstances(INSTANCES),
  );
  planner.add(momentOf(planner.lastMidnight, 4, 3, 12, 7), PLACE, acting, (own) =>
    stopInstances([VICTIM], own),
  );
}
