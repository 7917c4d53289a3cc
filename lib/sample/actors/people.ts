import { type Actor, type Run, roleCaller } from "#lib/sample/actors/actor.ts";
import { callOf } from "#lib/sample/actors/pollers.ts";
import { HOUR, MINUTE } from "#lib/sample/calendar.ts";
import { accessKeyId, hex } from "#lib/sample/invent-id.ts";
import {
  OFFICE_ADDRESSES,
  PEOPLE,
  type Person,
  type Place,
  permissionSetRole,
} from "#lib/sample/organization.ts";
import { at } from "#lib/sample/random.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import { EC2_READS } from "#lib/sample/records/ec2-reads.ts";
import { denied, notFound } from "#lib/sample/records/failures.ts";
import type { Call, Caller } from "#lib/sample/records/record.ts";
import { REGIONAL_READS } from "#lib/sample/records/regional-reads.ts";

/** People at work through Identity Center: they look at many things and change a few. */

const everyone: readonly Person[] = Object.values(PEOPLE);
const byAccount = new Map<string, readonly Person[]>();

function peopleOf(place: Place): readonly Person[] {
  const known = byAccount.get(place.account);
  if (known !== undefined) return known;
  const people = everyone.filter((person) => person.access.has(place.account));
  byAccount.set(place.account, people);
  return people;
}

const READS = [...EC2_READS, ...REGIONAL_READS];
const MAY_WRITE = /^(AdministratorAccess|PowerUserAccess)$/;

type Change = (run: Run) => Call;

const write = (service: string, name: string, request: unknown): Call => ({
  service,
  name,
  readOnly: false,
  requestJson: JSON.stringify(request),
});

const CHANGES: readonly Change[] = [
  ({ random, fleet }) =>
    write("lambda", "UpdateFunctionConfiguration20150331v2", {
      functionName: random.pick(fleet.functions),
      timeout: 30,
      memorySize: 512,
    }),
  ({ random, fleet }) =>
    write("ssm", "PutParameter", {
      name: random.pick(fleet.parameters),
      type: "SecureString",
      overwrite: true,
      value: "HIDDEN_DUE_TO_SECURITY_REASONS",
    }),
  ({ random, fleet }) =>
    write("ec2", "CreateTags", {
      resourcesSet: { items: [{ resourceId: random.pick(fleet.instances) }] },
      tagSet: { items: [{ key: "owner", value: "platform" }] },
    }),
  ({ random, fleet }) =>
    write("ec2", "RebootInstances", {
      instancesSet: { items: [{ instanceId: random.pick(fleet.instances) }] },
    }),
  ({ random, fleet }) => ({
    ...write("ec2", "AuthorizeSecurityGroupIngress", {
      groupId: random.pick(fleet.securityGroups),
      ipPermissions: {
        items: [
          {
            ipProtocol: "tcp",
            fromPort: 5432,
            toPort: 5432,
            groups: {},
            ipRanges: { items: [{ cidrIp: "10.0.0.0/8" }] },
            ipv6Ranges: {},
            prefixListIds: {},
          },
        ],
      },
    }),
    responseJson: `{"_return":true,"requestId":"${hex(random, 8)}-0000-4000-8000-${hex(random, 12)}"}`,
  }),
  ({ random, fleet }) =>
    write("logs", "PutRetentionPolicy", { logGroupName: random.pick(fleet.logGroups), retentionInDays: 30 }),
  ({ random, fleet }) =>
    write("ecs", "UpdateService", {
      cluster: random.pick(fleet.clusters),
      service: "web",
      forceNewDeployment: true,
    }),
  ({ random, fleet }) =>
    write("cloudformation", "UpdateStack", {
      stackName: random.pick(fleet.stacks),
      capabilities: ["CAPABILITY_NAMED_IAM"],
    }),
];

/** A person's credentials for an account: renewed every hour, or for the console every visit. */
function personCaller(run: Run, person: Person): Caller {
  const { account } = run.place;
  const steady = run.steady(person.email, 60);
  const createdAt = Math.floor(run.slotStart / HOUR) * HOUR - steady.below(40 * MINUTE);
  const ip = steady.chance(0.6) ? steady.pick(OFFICE_ADDRESSES) : person.home;
  const role = permissionSetRole(account, person.access.get(account) ?? "ViewOnlyAccess");
  const session = {
    role,
    session: person.email,
    accessKeyId: accessKeyId(steady, "ASIA"),
    createdAt,
    person,
  };
  if (person.usesConsole && steady.chance(0.7)) return roleCaller(session, ip, AGENTS.browser, "console");
  return roleCaller(session, ip, steady.chance(0.5) ? AGENTS.cli : AGENTS.cliMac);
}

export const people: Actor = {
  name: "people",
  runLength: 8.5,
  weight: (place, work) => (peopleOf(place).length === 0 ? 0 : 0.3 + 20 * work),
  run: (run) => {
    const { random, place } = run;
    const person = random.pick(peopleOf(place));
    const caller = personCaller(run, person);
    const mayWrite = MAY_WRITE.test(person.access.get(place.account) ?? "");
    const calls = 2 + random.below(14);
    let time = run.from;
    let subject = random.below(READS.length);
    for (let made = 0; made < calls; made++) {
      time += 500 + random.below(9000);
      const wants = random.chance(0.18) ? random.pick(CHANGES)(run) : callOf(at(READS, subject), run);
      if (!run.emit(time, caller, answered(wants, mayWrite, caller, run))) return;
      if (random.chance(0.5)) subject = random.below(READS.length);
    }
  },
};

function answered(call: Call, mayWrite: boolean, caller: Caller, run: Run): Call {
  if (!call.readOnly && !mayWrite) return denied(call, caller);
  if (call.service === "ec2" || !run.random.chance(0.02)) return call;
  return notFound(call, "The specified resource does not exist.");
}
