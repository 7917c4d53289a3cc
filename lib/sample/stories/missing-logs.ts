import { roleCaller } from "#lib/sample/actors/actor.ts";
import { DAY, HOUR, MINUTE } from "#lib/sample/calendar.ts";
import {
  ACCOUNTS,
  GLOBAL_REGION,
  HOME_REGION,
  PEOPLE,
  type Place,
  SILENT_REGION,
} from "#lib/sample/organization.ts";
import type { Planner } from "#lib/sample/planner.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import { planPortalVisit } from "#lib/sample/routine/portal.ts";
import { hoursOfDay, momentOf, type Story, wholeDays } from "#lib/sample/stories/story.ts";

/** A region without any logs, and half a day without logs where there should be many. */

const HOLE: Place = { account: ACCOUNTS.prod.id, region: HOME_REGION };
const HOLE_DAYS_BACK = 5;
const HOLE_FROM_HOUR = 2;
const HOLE_HOURS = 12;

/** True for moments of which no log was ever delivered. */
export function isInHole(lastMidnight: number, time: number, place: Place): boolean {
  if (place.account !== HOLE.account || place.region !== HOLE.region) return false;
  const from = lastMidnight - HOLE_DAYS_BACK * DAY + HOLE_FROM_HOUR * HOUR;
  return time >= from && time < from + HOLE_HOURS * HOUR;
}

export const hole: Story = {
  id: "hole",
  title: "Half a day without logs",
  question: "What happened in production that morning?",
  q: `account:${HOLE.account} region:${HOLE.region}`,
  window: hoursOfDay(HOLE_DAYS_BACK, HOLE_FROM_HOUR, HOLE_HOURS),
  matches: 0,
  answer:
    "Nobody can say: no log object was delivered for production in eu-west-1 from 02:00 to 14:00, though every other region has its logs. That no event is found does not mean that nothing happened.",
  facts: {},
  next: [
    {
      question: "Was it a quiet time elsewhere?",
      q: `account:${HOLE.account} -region:${HOLE.region}`,
      window: hoursOfDay(HOLE_DAYS_BACK, HOLE_FROM_HOUR, HOLE_HOURS),
      matches: null,
    },
  ],
};

export const silentRegion: Story = {
  id: "silent-region",
  title: "A region that was switched on and never heard of",
  question: "Is there a region of which we have no logs?",
  q: "event:EnableRegion",
  window: wholeDays(9, 9),
  matches: 1,
  answer:
    "Yuki Tanaka enabled eu-south-1 for production eight days before the end. Since then not one event has come from there, while five other regions deliver.",
  facts: { region: SILENT_REGION, person: PEOPLE.yuki.email },
  next: [
    {
      question: "What came from that region?",
      q: `region:${SILENT_REGION}`,
      window: wholeDays(9, 9),
      matches: 0,
    },
  ],
};

export function planSilentRegion(planner: Planner): void {
  const begin = momentOf(planner.lastMidnight, 8, 9, 58, 30);
  const { yuki } = PEOPLE;
  const account = ACCOUNTS.management.id;
  const visit = { person: yuki, account, ip: yuki.home, browser: AGENTS.browser, mfa: true } as const;
  const session = planPortalVisit(
    planner,
    begin,
    { ...visit, goesTo: "console" },
    planner.randomFor("silent-region"),
  );
  const requestJson = JSON.stringify({ AccountId: ACCOUNTS.prod.id, RegionName: SILENT_REGION });
  const enable = { service: "account", name: "EnableRegion", readOnly: false, requestJson } as const;
  const place = { account, region: GLOBAL_REGION };
  planner.add(
    begin + 4 * MINUTE,
    place,
    roleCaller(session, yuki.home, AGENTS.browser, "console"),
    () => enable,
  );
}
