import { roleCaller } from "#lib/sample/actors/actor.ts";
import { MINUTE } from "#lib/sample/calendar.ts";
import { ec2Id, uuid } from "#lib/sample/invent-id.ts";
import { ACCOUNTS, HOME_REGION, OUTSIDE_ACCOUNTS, PEOPLE } from "#lib/sample/organization.ts";
import type { Planner } from "#lib/sample/planner.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import type { Call, Caller } from "#lib/sample/records/record.ts";
import { planPortalVisit } from "#lib/sample/routine/portal.ts";
import { momentOf, type Story, wholeDays } from "#lib/sample/stories/story.ts";

const PLACE = { account: ACCOUNTS.prod.id, region: HOME_REGION };
const VOLUME = ec2Id("vol", "story/ledger-data");
const SNAPSHOT = ec2Id("snap", "story/ledger-data");
const STRANGER = OUTSIDE_ACCOUNTS.stranger;

export const sharedSnapshot: Story = {
  id: "shared-snapshot",
  title: "A snapshot that left the house",
  question: "What happened to the snapshot of this volume?",
  q: SNAPSHOT,
  window: wholeDays(9, 9),
  matches: 4,
  answer:
    "Tomas Okafor made a snapshot of the ledger's data volume. A day later he shared it with account 999900001111, which is not in the organization, and that account made a volume of it.",
  facts: { volume: VOLUME, snapshot: SNAPSHOT, sharedWith: STRANGER, person: PEOPLE.tomas.email },
  next: [
    {
      question: "Which snapshots were made of the volume?",
      q: `event:CreateSnapshot resource:${VOLUME}`,
      window: wholeDays(9, 9),
      matches: 1,
    },
    {
      question: "What was shared with that account?",
      q: `event:ModifySnapshotAttribute ${STRANGER}`,
      window: wholeDays(9, 9),
      matches: 1,
    },
  ],
};

export function planSharedSnapshot(planner: Planner): void {
  const { lastMidnight } = planner;
  const created = momentOf(lastMidnight, 7, 10, 24, 12);
  const shared = momentOf(lastMidnight, 6, 16, 5, 33);
  const tomas = (time: number) => workingTomas(planner, time);
  planner.add(created, PLACE, tomas(created), (own) => createSnapshot(created, uuid(own)));
  planner.add(shared, PLACE, tomas(shared), () => DESCRIBE);
  planner.add(shared + MINUTE, PLACE, tomas(shared), (own) => shareSnapshot(uuid(own)));
  planner.add(shared + 41 * MINUTE, PLACE, EC2, () => VOLUME_CREATED);
}

function workingTomas(planner: Planner, time: number): Caller {
  const person = PEOPLE.tomas;
  const begin = time - 12 * MINUTE;
  const random = planner.randomFor(`snapshot/${time}`);
  const visit = {
    person,
    account: PLACE.account,
    ip: person.home,
    browser: AGENTS.browser,
    mfa: true,
  } as const;
  return roleCaller(
    planPortalVisit(planner, begin, { ...visit, goesTo: "console" }, random),
    person.home,
    AGENTS.browser,
    "console",
  );
}

function createSnapshot(startTime: number, requestId: string): Call {
  const description = "ledger data before migration";
  return {
    service: "ec2",
    name: "CreateSnapshot",
    readOnly: false,
    requestJson: JSON.stringify({ volumeId: VOLUME, description, tagSpecificationSet: {} }),
    responseJson: JSON.stringify({
      requestId,
      snapshotId: SNAPSHOT,
      volumeId: VOLUME,
      status: "pending",
      startTime,
      progress: "",
      ownerId: PLACE.account,
      volumeSize: "500",
      description,
      encrypted: false,
    }),
  };
}

const DESCRIBE: Call = {
  service: "ec2",
  name: "DescribeSnapshotAttribute",
  readOnly: true,
  requestJson: JSON.stringify({ snapshotId: SNAPSHOT, attributeType: "CREATE_VOLUME_PERMISSION" }),
};

function shareSnapshot(requestId: string): Call {
  return {
    service: "ec2",
    name: "ModifySnapshotAttribute",
    readOnly: false,
    requestJson: JSON.stringify({
      snapshotId: SNAPSHOT,
      createVolumePermission: { add: { items: [{ userId: STRANGER }] } },
      attributeType: "CREATE_VOLUME_PERMISSION",
    }),
    responseJson: JSON.stringify({ requestId, _return: true }),
  };
}

/** EC2 tells the snapshot's owner when another account has used it. */
const EC2: Caller = {
  identity: `{"accountId":"${PLACE.account}","invokedBy":"ec2.amazonaws.com"}`,
  name: "ec2.amazonaws.com",
  ip: "ec2.amazonaws.com",
  agent: "ec2.amazonaws.com",
  kind: "service",
};

const VOLUME_CREATED: Call = {
  service: "ec2",
  name: "SharedSnapshotVolumeCreated",
  readOnly: false,
  eventType: "AwsServiceEvent",
  serviceDetailsJson: JSON.stringify({
    snapshotId: SNAPSHOT,
    snapshotOwnerId: PLACE.account,
    volumeOwnerId: STRANGER,
  }),
};
