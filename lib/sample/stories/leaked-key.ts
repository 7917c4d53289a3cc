import { roleCaller } from "#lib/sample/actors/actor.ts";
import { DAY, HOUR, isWeekday, midnight, SECOND } from "#lib/sample/calendar.ts";
import { fleetOf } from "#lib/sample/fleet.ts";
import { accessKeyId, fixedRandom } from "#lib/sample/invent-id.ts";
import { ACCOUNTS, GLOBAL_REGION, HOME_REGION, iamUser, PEOPLE } from "#lib/sample/organization.ts";
import type { Planner } from "#lib/sample/planner.ts";
import { at } from "#lib/sample/random.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import { getAuthorizationToken } from "#lib/sample/records/app-calls.ts";
import { denied } from "#lib/sample/records/failures.ts";
import { iamUserIdentity, userArn } from "#lib/sample/records/identity.ts";
import type { Call, Caller } from "#lib/sample/records/record.ts";
import { listBuckets, objectCall } from "#lib/sample/records/s3.ts";
import { GET_CALLER_IDENTITY } from "#lib/sample/records/sts.ts";
import { planPortalVisit } from "#lib/sample/routine/portal.ts";
import { momentOf, type Story, wholeDays } from "#lib/sample/stories/story.ts";

const PLACE = { account: ACCOUNTS.shared.id, region: GLOBAL_REGION };
const USER = iamUser(PLACE.account, "ci-bot");
const KEY = accessKeyId(fixedRandom("key/ci-bot"), "AKIA");
const USUAL_ADDRESS = "192.0.2.31";
const NEW_ADDRESS = "198.51.100.231";

const call = (service: string, name: string, readOnly: boolean, request?: unknown): Call => ({
  service,
  name,
  readOnly,
  ...(request === undefined ? {} : { requestJson: JSON.stringify(request) }),
});

/** What is tried, in this order, and refused. */
const TRIED: readonly Call[] = [
  call("iam", "ListUsers", true),
  call("iam", "ListRoles", true),
  call("iam", "ListAccessKeys", true, { userName: "ci-bot" }),
  call("iam", "GetAccountAuthorizationDetails", true),
  call("iam", "ListAttachedUserPolicies", true, { userName: "ci-bot" }),
  call("ec2", "DescribeInstances", true, { instancesSet: {}, filterSet: {} }),
  call("ec2", "DescribeVpcs", true, { vpcSet: {}, filterSet: {} }),
  call("ec2", "DescribeSnapshots", true, { snapshotSet: {}, filterSet: {} }),
  call("secretsmanager", "ListSecrets", true),
  call("ssm", "DescribeParameters", true),
  call("rds", "DescribeDBInstances", true),
  call("lambda", "ListFunctions20150331", true),
  call("dynamodb", "ListTables", true),
  call("organizations", "DescribeOrganization", true),
  call("cloudtrail", "DescribeTrails", true),
  call("guardduty", "ListDetectors", true),
  call("ses", "GetSendQuota", true),
  call("iam", "CreateUser", false, { userName: "support-backup" }),
  call("iam", "CreateAccessKey", false, { userName: "ci-bot" }),
  call("iam", "CreateAccessKey", false, { userName: "svc-backup" }),
  call("iam", "CreateAccessKey", false, { userName: "admin" }),
  call("iam", "AttachUserPolicy", false, {
    userName: "ci-bot",
    policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
  }),
  call("iam", "PutUserPolicy", false, { userName: "ci-bot", policyName: "tmp" }),
  call("ec2", "RunInstances", false, {
    instanceType: "p4d.24xlarge",
    instancesSet: { items: [{ minCount: 1, maxCount: 8 }] },
  }),
];
const ROUNDS = 2;
const ALLOWED = 2;

export const leakedKey: Story = {
  id: "leaked-key",
  title: "A key in the wrong hands",
  question: "What did this key do from its new address?",
  q: `key:${KEY} -ip:192.0.2.0/24`,
  window: wholeDays(9, 9),
  matches: ALLOWED + ROUNDS * TRIED.length,
  answer:
    "The key of ci-bot, used from 192.0.2.31 on working days only, appears at 22:41 from 198.51.100.231 with an old command line. It may list the buckets; everything else, six attempts to create access keys among it, is denied.",
  facts: {
    key: KEY,
    user: USER.name,
    address: NEW_ADDRESS,
    denied: "is not authorized to perform: iam:CreateAccessKey",
  },
  next: [
    {
      question: "What was denied to it?",
      q: `key:${KEY} outcome:denied`,
      window: wholeDays(9, 9),
      matches: ROUNDS * TRIED.length,
    },
    {
      question: "When was the key switched off, and by whom?",
      q: `event:UpdateAccessKey ${KEY}`,
      window: wholeDays(9, 9),
      matches: 1,
    },
  ],
};

export function planLeakedKey(planner: Planner): void {
  planUsualWork(planner);
  const thief = caller(NEW_ADDRESS, AGENTS.cliOld);
  const random = planner.randomFor("leaked-key");
  let time = momentOf(planner.lastMidnight, 3, 22, 41, 3);
  planner.add(time, PLACE, thief, () => GET_CALLER_IDENTITY);
  planner.add(time + 40 * SECOND, PLACE, thief, (own) => listBuckets(own, PLACE));
  for (let round = 0; round < ROUNDS; round++) {
    const region = at([GLOBAL_REGION, HOME_REGION], round);
    for (const tried of TRIED) {
      time += SECOND * (5 + random.below(30));
      const place =
        tried.service === "iam" || tried.service === "organizations" ? PLACE : { ...PLACE, region };
      planner.add(time + 2 * 60 * SECOND, place, thief, () => denied(tried, thief));
    }
  }
  planSwitchOff(planner);
}

function caller(ip: string, agent: string): Caller {
  return { identity: iamUserIdentity(USER, KEY), name: userArn(USER), ip, agent, kind: "client" };
}

/** Builds on weekdays: an image is pushed, artifacts are stored. */
function planUsualWork(planner: Planner): void {
  const builder = caller(USUAL_ADDRESS, AGENTS.cli);
  for (let day = midnight(planner.start); day < planner.lastMidnight - 2 * DAY; day += DAY) {
    if (!isWeekday(day)) continue;
    const begin = day + 10 * HOUR + planner.randomFor(`ci-bot/${day}`).below(6 * HOUR);
    planner.add(begin, PLACE, builder, (own) => getAuthorizationToken(own, fleetOf(PLACE), PLACE));
    planner.add(begin + 90 * SECOND, PLACE, builder, (own) =>
      objectCall("PutObject", "example-artifacts", `builds/${own.below(9000)}.zip`, own, PLACE),
    );
  }
}

function planSwitchOff(planner: Planner): void {
  const begin = momentOf(planner.lastMidnight, 2, 8, 12);
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
    begin,
    { ...visit, goesTo: "keys" },
    planner.randomFor("switch-off"),
  );
  const request = { userName: USER.name, accessKeyId: KEY, status: "Inactive" };
  const off = call("iam", "UpdateAccessKey", false, request);
  planner.add(begin + 5 * 60 * SECOND, PLACE, roleCaller(session, ines.home, AGENTS.cliMac), () => off);
}
