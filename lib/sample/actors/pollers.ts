import { type Actor, type Run, roleCaller, slotSession } from "#lib/sample/actors/actor.ts";
import { fixedRandom, uniqueId, uuid } from "#lib/sample/invent-id.ts";
import {
  ACCOUNTS,
  GLOBAL_REGION,
  OUTSIDE_ACCOUNTS,
  roleOf,
  serviceLinkedRole,
} from "#lib/sample/organization.ts";
import { at } from "#lib/sample/random.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import { EC2_READS } from "#lib/sample/records/ec2-reads.ts";
import { denied, throttled } from "#lib/sample/records/failures.ts";
import { GLOBAL_READS } from "#lib/sample/records/global-reads.ts";
import { accountIdentity } from "#lib/sample/records/identity.ts";
import type { ReadCall } from "#lib/sample/records/read-call.ts";
import type { Call, Caller } from "#lib/sample/records/record.ts";
import { REGIONAL_READS } from "#lib/sample/records/regional-reads.ts";
import { bucketRead, listBuckets } from "#lib/sample/records/s3.ts";
import { assumeRole } from "#lib/sample/records/sts.ts";

/** Programs that ask the same questions around the clock: most of what a trail holds. */

const READS = [...EC2_READS, ...EC2_READS, ...REGIONAL_READS];
const READS_WITH_GLOBAL = [...READS, ...GLOBAL_READS];

function readsOf(run: Run): readonly ReadCall[] {
  return run.place.region === GLOBAL_REGION ? READS_WITH_GLOBAL : READS;
}

/** Global services are asked at hosts without a region. */
const GLOBAL_HOSTS: ReadonlySet<string> = new Set([
  "iam",
  "cloudfront",
  "route53",
  "organizations",
  "support",
]);

export function callOf(read: ReadCall, run: Run): Call {
  const host = GLOBAL_HOSTS.has(read.service) ? { host: `${read.service}.amazonaws.com` } : {};
  const requestJson = read.request(run.random, run.fleet, run.place);
  return { service: read.service, name: read.name, readOnly: true, requestJson, ...host };
}

/**
 * Asks question after question, from anywhere in the list on; some it repeats page by page. `change` may put an
 * error in place of an answer.
 */
function poll(run: Run, caller: Caller, from: number, longest: number, change: (call: Call) => Call): void {
  const { random } = run;
  const reads = readsOf(run);
  const length = 6 + random.below(longest);
  let question = random.below(reads.length);
  let time = from;
  for (let asked = 0; asked < length; asked++) {
    time += 60 + random.below(700);
    if (!run.emit(time, caller, change(callOf(at(reads, question), run)))) return;
    if (random.chance(0.6)) question = (question + 1) % reads.length;
  }
}

const VENDOR_ADDRESSES = ["192.0.2.201", "192.0.2.202", "192.0.2.203", "192.0.2.204"] as const;
const VENDOR_USER = uniqueId(fixedRandom("monitoring-vendor"), "AIDA");
const VENDOR_EXTERNAL_ID = uuid(fixedRandom("monitoring-external-id")).replaceAll("-", "");
/** What the vendor's role was never allowed to ask, and what it asks all the same. */
const NOT_ALLOWED: ReadonlySet<string> = new Set(["DescribeEventAggregates", "GetCostAndUsage"]);

const monitoringVendor: Actor = {
  name: "monitoring vendor",
  runLength: 29,
  weight: (place) => (place.account === ACCOUNTS.management.id ? 16 : 40),
  run: (run) => {
    const { random } = run;
    const role = roleOf(run.place.account, "DatadogIntegrationRole");
    const session = slotSession(run, role, "DatadogAWSIntegration");
    const ip = random.pick(VENDOR_ADDRESSES);
    if (run.isFirst("monitoring")) {
      const identity = accountIdentity(OUTSIDE_ACCOUNTS.monitoring, VENDOR_USER);
      const vendor: Caller = { identity, name: VENDOR_USER, ip, agent: AGENTS.monitoring, kind: "client" };
      const options = { externalId: VENDOR_EXTERNAL_ID, sharedEventId: uuid(random) };
      if (!run.emit(session.createdAt, vendor, assumeRole(session, random, options))) return;
    }
    const caller = roleCaller(session, ip, AGENTS.monitoring);
    poll(run, caller, run.from, 45, (call) => {
      if (NOT_ALLOWED.has(call.name)) return denied(call, caller);
      return random.chance(0.012) ? throttled(call) : call;
    });
  },
};

const CONFIG_HOST = "config.amazonaws.com";

const configRecorder: Actor = {
  name: "AWS Config",
  runLength: 9,
  weight: () => 14,
  run: (run) => {
    const role = serviceLinkedRole(run.place.account, "config", "AWSServiceRoleForConfig");
    const name = "AWSConfig-Describe";
    const session = slotSession(run, role, name, { invokedBy: CONFIG_HOST });
    const caller = roleCaller(session, CONFIG_HOST, CONFIG_HOST, "service");
    if (run.random.chance(0.35)) {
      run.emit(run.from, caller, bucketRead(run.random, run.fleet, run.place));
      return;
    }
    poll(run, caller, run.from, 12, (call) => call);
  },
};

const SCANNER_ADDRESS = "203.0.113.140";

const securityScanner: Actor = {
  name: "security scanner",
  runLength: 18,
  weight: (place) => (place.account === ACCOUNTS.security.id ? 18 : 9),
  run: (run) => {
    const { random, place } = run;
    const session = slotSession(run, roleOf(place.account, "SecurityAuditRole"), "ProwlerScan");
    const caller = roleCaller(session, SCANNER_ADDRESS, AGENTS.scanner);
    if (run.isFirst("scanner")) {
      const scanTask = roleOf(ACCOUNTS.security.id, "ProwlerTaskRole");
      const identity = accountIdentity(ACCOUNTS.security.id, `${scanTask.id}:prowler`);
      const options = { sharedEventId: uuid(random) };
      const opener: Caller = { ...caller, identity };
      if (!run.emit(session.createdAt, opener, assumeRole(session, random, options))) return;
    }
    if (random.chance(0.3)) {
      if (!run.emit(run.from, caller, listBuckets(random, place))) return;
      for (let asked = 0; asked < 8; asked++) {
        if (!run.emit(run.from + 200 * asked, caller, bucketRead(random, run.fleet, place))) return;
      }
      return;
    }
    poll(run, caller, run.from, 30, (call) => {
      if (random.chance(0.03)) return throttled(call);
      return random.chance(0.015) ? denied(call, caller) : call;
    });
  },
};

export const POLLERS: readonly Actor[] = [monitoringVendor, configRecorder, securityScanner];
