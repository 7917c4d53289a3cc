import { type Actor, type Run, roleCaller } from "#lib/sample/actors/actor.ts";
import { HOUR } from "#lib/sample/calendar.ts";
import { accessKeyId, ec2Id, hex } from "#lib/sample/invent-id.ts";
import { ACCOUNTS, type Place, roleOf } from "#lib/sample/organization.ts";
import { at, type Random } from "#lib/sample/random.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import {
  batchGetImage,
  createLogStream,
  getAuthorizationToken,
  getParameter,
  getParametersByPath,
  getQueueUrl,
  getSecretValue,
  listInstanceAssociations,
  updateInstanceInformation,
} from "#lib/sample/records/app-calls.ts";
import { denied } from "#lib/sample/records/failures.ts";
import { decrypt } from "#lib/sample/records/kms.ts";
import type { Call, Caller } from "#lib/sample/records/record.ts";
import { objectCall } from "#lib/sample/records/s3.ts";

/** Programs of the organization, on instances, in containers and in functions. */

const WORKLOAD_ACCOUNTS: ReadonlySet<string> = new Set([
  ACCOUNTS.prod.id,
  ACCOUNTS.staging.id,
  ACCOUNTS.dev.id,
]);

function workload(place: Place, weight: number): number {
  return WORKLOAD_ACCOUNTS.has(place.account) ? weight : weight / 6;
}

const SESSION_LIFETIME_MINUTES = 360;

/** Credentials that outlive the run: renewed every six hours. */
function machineCaller(run: Run, roleName: string, session: string, ip: string, agent: string): Caller {
  const steady = run.steady(`${roleName}/${session}`, SESSION_LIFETIME_MINUTES);
  const lifetime = SESSION_LIFETIME_MINUTES / 60;
  const createdAt = Math.floor(run.slotStart / (lifetime * HOUR)) * lifetime * HOUR - steady.below(HOUR);
  const role = roleOf(run.place.account, roleName);
  const instanceMetadata = session.startsWith("i-");
  return roleCaller(
    { role, session, accessKeyId: accessKeyId(steady, "ASIA"), createdAt, instanceMetadata },
    ip,
    agent,
  );
}

/** Calls from inside a network pass its endpoints. */
function throughEndpoint(run: Run, call: Call): Call {
  return {
    ...call,
    vpcEndpointId: ec2Id("vpce", `${run.place.account}/${run.place.region}/${call.service}`),
  };
}

function objectKey(random: Random): string {
  return `${random.pick(["orders", "invoices", "exports", "images"])}/${hex(random, 2)}/${hex(random, 12)}.parquet`;
}

function objectOf(run: Run): Call {
  const name = run.random.pick(["GetObject", "GetObject", "PutObject", "HeadObject"] as const);
  return objectCall(name, run.random.pick(run.fleet.buckets), objectKey(run.random), run.random, run.place);
}

const ec2Instances: Actor = {
  name: "EC2 instances",
  runLength: 2,
  weight: (place) => workload(place, 14),
  run: (run) => {
    const { random, fleet, place } = run;
    const index = random.below(fleet.instances.length);
    const instance = at(fleet.instances, index);
    const address = at(fleet.addresses, index);
    if (random.chance(0.6)) {
      const agent = machineCaller(run, "AppServerRole", instance, address, AGENTS.ssmAgent);
      if (random.chance(0.75)) {
        run.emit(run.from, agent, throughEndpoint(run, updateInstanceInformation(instance, address)));
      } else {
        run.emit(run.from, agent, throughEndpoint(run, listInstanceAssociations(instance)));
      }
      return;
    }
    const caller = machineCaller(run, "AppServerRole", instance, address, AGENTS.javaSdk);
    const calls = 1 + random.below(6);
    for (let made = 0; made < calls; made++) {
      const call = random.chance(0.14)
        ? objectOf(run)
        : random.pick([getParameter, getSecretValue, getQueueUrl, getParametersByPath, decrypt])(
            random,
            fleet,
            place,
          );
      const answer = random.chance(0.006) ? denied(call, caller) : call;
      if (!run.emit(run.from + made * 400, caller, throughEndpoint(run, answer))) return;
    }
  },
};

const clusterNodes: Actor = {
  name: "cluster nodes",
  runLength: 2,
  weight: (place) => workload(place, 5),
  run: (run) => {
    const { random, fleet, place } = run;
    const index = random.below(fleet.instances.length);
    const node = at(fleet.instances, index);
    const caller = machineCaller(run, "EksNodeRole", node, at(fleet.addresses, index), AGENTS.kubelet);
    if (!run.emit(run.from, caller, getAuthorizationToken(random, fleet, place))) return;
    run.emit(run.from + 900, caller, batchGetImage(random, fleet, place));
  },
};

const functions: Actor = {
  name: "Lambda functions",
  runLength: 2.5,
  weight: (place) => workload(place, 7),
  run: (run) => {
    const { random, fleet, place } = run;
    const name = random.pick(fleet.functions);
    const caller = machineCaller(
      run,
      "LambdaExecution",
      name,
      `203.0.113.${200 + random.below(4)}`,
      AGENTS.nodeSdk,
    );
    const calls = 1 + random.below(4);
    for (let made = 0; made < calls; made++) {
      const call = random.chance(0.2)
        ? objectOf(run)
        : random.pick([getSecretValue, getParameter, decrypt, createLogStream, createLogStream])(
            random,
            fleet,
            place,
          );
      if (!run.emit(run.from + made * 250, caller, call)) return;
    }
  },
};

export const MACHINES: readonly Actor[] = [ec2Instances, clusterNodes, functions];
