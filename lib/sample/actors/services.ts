import { type Actor, type Run, roleCaller, slotSession } from "#lib/sample/actors/actor.ts";
import { accessKeyId, uuid } from "#lib/sample/invent-id.ts";
import { type Role, roleOf, serviceLinkedRole } from "#lib/sample/organization.ts";
import { putMetricAlarm, registerTargets, updateService } from "#lib/sample/records/app-calls.ts";
import {
  createNetworkInterface,
  describeInstances,
  runInstances,
  terminateInstances,
} from "#lib/sample/records/ec2-writes.ts";
import { serviceIdentity } from "#lib/sample/records/identity.ts";
import { decrypt, generateDataKey } from "#lib/sample/records/kms.ts";
import type { Call, Caller } from "#lib/sample/records/record.ts";
import { assumeRole } from "#lib/sample/records/sts.ts";

/** AWS services that call other services. */

function serviceCaller(host: string): Caller {
  return { identity: serviceIdentity(host), name: host, ip: host, agent: host, kind: "service" };
}

/** Services that fetch credentials for what they run. */
const CREDENTIAL_USERS: readonly (readonly [host: string, roleName: string])[] = [
  ["lambda.amazonaws.com", "LambdaExecution"],
  ["ec2.amazonaws.com", "AppServerRole"],
  ["ecs-tasks.amazonaws.com", "EcsTaskRole"],
  ["states.amazonaws.com", "StepFunctionsRole"],
  ["scheduler.amazonaws.com", "SchedulerRole"],
];

function sessionNameFor(host: string, run: Run): string {
  if (host === "ec2.amazonaws.com") return run.random.pick(run.fleet.instances);
  return host === "ecs-tasks.amazonaws.com"
    ? uuid(run.random).replaceAll("-", "")
    : run.random.pick(run.fleet.functions);
}

const credentialService: Actor = {
  name: "services that assume roles",
  runLength: 1,
  weight: () => 8,
  run: (run) => {
    const { random, place } = run;
    const [host, roleName] = random.pick(CREDENTIAL_USERS);
    const createdAt = run.from;
    const session = sessionNameFor(host, run);
    const opened = {
      role: roleOf(place.account, roleName),
      session,
      accessKeyId: accessKeyId(random, "ASIA"),
      createdAt,
    };
    run.emit(run.from, serviceCaller(host), assumeRole(opened, random, { sharedEventId: uuid(random) }));
  },
};

/** A service that uses a key for somebody, and says for whom. */
const keyService: Actor = {
  name: "services that use keys",
  runLength: 2,
  weight: () => 9,
  run: (run) => {
    const { random, fleet, place } = run;
    const [host, roleName] = random.pick(CREDENTIAL_USERS);
    const session = slotSession(run, roleOf(place.account, roleName), sessionNameFor(host, run), {
      invokedBy: random.chance(0.5) ? "AWS Internal" : host,
    });
    const internal = session.invokedBy ?? host;
    const caller = roleCaller(session, internal, internal, "service");
    const calls = 1 + random.below(3);
    for (let made = 0; made < calls; made++) {
      const make = random.chance(0.75) ? decrypt : generateDataKey;
      if (!run.emit(run.from + made * 120, caller, make(random, fleet, place))) return;
    }
  },
};

type LinkedService = {
  readonly host: string;
  readonly role: (account: string) => Role;
  readonly session: string;
};

const linked = (service: string, name: string, session: string): LinkedService => ({
  host: `${service}.amazonaws.com`,
  role: (account) => serviceLinkedRole(account, service, name),
  session,
});

const AUTOSCALING = linked("autoscaling", "AWSServiceRoleForAutoScaling", "AutoScaling");
const RDS = linked("rds", "AWSServiceRoleForRDS", "SLRManagement");
const ECS = linked("ecs", "AWSServiceRoleForECS", "ecs-service-scheduler");
const TABLE_SCALING = linked(
  "dynamodb.application-autoscaling",
  "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable",
  "AutoScaling-ManageAlarms",
);

function linkedCaller(run: Run, service: LinkedService): Caller {
  const role = service.role(run.place.account);
  const session = slotSession(run, role, service.session, { accessKeyId: null, invokedBy: service.host });
  return roleCaller(session, service.host, service.host, "service");
}

function linkedCalls(run: Run): readonly [LinkedService, readonly Call[]] {
  const { random, fleet, place } = run;
  switch (random.below(6)) {
    case 0: {
      const group = random.pick(fleet.groups);
      const born = runInstances(place, group, random.pick(fleet.subnets), random);
      return [AUTOSCALING, [born, registerTargets(random, fleet, place)]];
    }
    case 1:
      return [AUTOSCALING, [terminateInstances([random.pick(fleet.instances)], random)]];
    case 2:
      return [
        RDS,
        [
          createNetworkInterface(
            random.pick(fleet.subnets),
            random.pick(fleet.securityGroups),
            "RDSNetworkInterface",
            random,
          ),
        ],
      ];
    case 3:
      return [ECS, [registerTargets(random, fleet, place), updateService(random, fleet, place)]];
    case 4:
      return [TABLE_SCALING, [putMetricAlarm(random, fleet, place)]];
    default:
      return [
        AUTOSCALING,
        [
          describeInstances([random.pick(fleet.instances)]),
          describeInstances([random.pick(fleet.instances)]),
        ],
      ];
  }
}

const linkedServices: Actor = {
  name: "service-linked roles",
  runLength: 1.5,
  weight: (_place, work) => 4 + 2 * work,
  run: (run) => {
    const [service, calls] = linkedCalls(run);
    const caller = linkedCaller(run, service);
    calls.every((call, index) => run.emit(run.from + index * 700, caller, call));
  },
};

export const SERVICES: readonly Actor[] = [credentialService, keyService, linkedServices];
