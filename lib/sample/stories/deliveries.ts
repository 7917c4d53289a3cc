import { roleCaller } from "#lib/sample/actors/actor.ts";
import { DAY, MINUTE } from "#lib/sample/calendar.ts";
import { ACCOUNTS, HOME_REGION, OLDER_TRAIL, OUTSIDE_ACCOUNTS, PEOPLE } from "#lib/sample/organization.ts";
import type { Planner } from "#lib/sample/planner.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import { putBucketPolicy } from "#lib/sample/records/s3.ts";
import { planPortalVisit } from "#lib/sample/routine/portal.ts";
import { momentOf, type Story, wholeDays } from "#lib/sample/stories/story.ts";

/** Events that are delivered more than once: one by chance, many by a second trail. */

const PLACE = { account: ACCOUNTS.prod.id, region: HOME_REGION };
const BUCKET = "example-billing-exports";

export const deliveredTwice: Story = {
  id: "delivered-twice",
  title: "One change, delivered twice",
  question: "Who let another account read the billing exports?",
  q: `event:PutBucketPolicy resource:*${BUCKET}*`,
  window: wholeDays(9, 9),
  matches: 1,
  answer:
    "Ines Carvalho did, once. AWS delivered the event in two log objects 25 minutes apart, with the same eventID; it must be shown and counted once.",
  facts: { bucket: BUCKET, person: PEOPLE.ines.email, reader: OUTSIDE_ACCOUNTS.monitoring },
  next: [],
};

const REDELIVERED_AFTER = 25 * MINUTE;

export function planDeliveredTwice(planner: Planner): void {
  const time = momentOf(planner.lastMidnight, 2, 11, 32, 9);
  const { ines } = PEOPLE;
  const visit = {
    person: ines,
    account: PLACE.account,
    ip: ines.home,
    browser: AGENTS.browser,
    mfa: true,
  } as const;
  const session = planPortalVisit(
    planner,
    time - 8 * MINUTE,
    { ...visit, goesTo: "keys" },
    planner.randomFor("twice"),
  );
  const caller = roleCaller(session, ines.home, AGENTS.cliMac);
  const call = putBucketPolicy.bind(null, BUCKET, OUTSIDE_ACCOUNTS.monitoring);
  planner.add(time, PLACE, caller, (own) => call(own, PLACE), REDELIVERED_AFTER);
}

const OLDER_FROM_DAYS_BACK = 8;
const OLDER_DAYS = 3;

/** When the older trail still delivered, beside the organization's: from <= time < to. */
export function olderTrailTime(lastMidnight: number): { readonly from: number; readonly to: number } {
  const from = lastMidnight - OLDER_FROM_DAYS_BACK * DAY;
  return { from, to: from + OLDER_DAYS * DAY };
}

export const olderTrail: Story = {
  id: "older-trail",
  title: "Two trails, the same events",
  question: "What happened in the security account while it had two trails?",
  q: `account:${OLDER_TRAIL.account}`,
  window: wholeDays(OLDER_FROM_DAYS_BACK, OLDER_DAYS),
  matches: null,
  answer:
    "For three days the security account's own older trail delivered every event again, under AWSLogs/555566667777 and with digest files. Each event counts once, however many trails brought it.",
  facts: { account: OLDER_TRAIL.account },
  next: [],
};
