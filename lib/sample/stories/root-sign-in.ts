import { MINUTE, SECOND } from "#lib/sample/calendar.ts";
import { accessKeyId, hex } from "#lib/sample/invent-id.ts";
import { ACCOUNTS, GLOBAL_REGION } from "#lib/sample/organization.ts";
import type { Planner } from "#lib/sample/planner.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import { rootIdentity } from "#lib/sample/records/identity.ts";
import type { Call, Caller } from "#lib/sample/records/record.ts";
import { consoleLogin } from "#lib/sample/records/sign-in.ts";
import { momentOf, type Story, wholeDays } from "#lib/sample/stories/story.ts";

const PLACE = { account: ACCOUNTS.management.id, region: GLOBAL_REGION };
const ADDRESS = "198.51.100.10";

export const rootSignIn: Story = {
  id: "root-sign-in",
  title: "The root user at work",
  question: "Has anybody used a root user?",
  q: "identity:Root",
  window: wholeDays(9, 9),
  matches: 4,
  answer:
    "Once: the management account's root user signed in from the office with a second factor, changed the billing contact and left.",
  facts: { event: "PutAlternateContact", address: ADDRESS, mfa: '"MFAUsed":"Yes"' },
  next: [],
};

export function planRootSignIn(planner: Planner): void {
  const begin = momentOf(planner.lastMidnight, 9, 20, 14, 5);
  const random = planner.randomFor("root");
  const base = { name: `arn:aws:iam::${PLACE.account}:root`, ip: ADDRESS, agent: AGENTS.browser } as const;
  const arriving: Caller = { ...base, identity: rootIdentity(PLACE.account, null), kind: "client" };
  planner.add(begin, PLACE, arriving, () => consoleLogin("Success", true));
  const session = { key: accessKeyId(random, "ASIA"), createdAt: begin };
  const root: Caller = { ...base, identity: rootIdentity(PLACE.account, session), kind: "console" };
  const contact = {
    alternateContactType: "BILLING",
    name: "Accounts",
    emailAddress: "billing@example.com",
    title: hex(random, 4),
  };
  const steps: readonly Call[] = [
    {
      service: "account",
      name: "GetAlternateContact",
      readOnly: true,
      requestJson: '{"alternateContactType":"BILLING"}',
    },
    {
      service: "account",
      name: "PutAlternateContact",
      readOnly: false,
      requestJson: JSON.stringify(contact),
    },
    { service: "iam", name: "GetAccountSummary", readOnly: true, host: "iam.amazonaws.com" },
  ];
  steps.forEach((step, index) => {
    planner.add(begin + MINUTE + index * 45 * SECOND, PLACE, root, () => step);
  });
}
