import { roleCaller } from "#lib/sample/actors/actor.ts";
import { DAY, HOUR, isWeekday, MINUTE, midnight, SECOND } from "#lib/sample/calendar.ts";
import { fleetOf } from "#lib/sample/fleet.ts";
import { accessKeyId, hex, uuid } from "#lib/sample/invent-id.ts";
import { ACCOUNTS, GLOBAL_REGION, HOME_REGION, OIDC_HOST, roleOf } from "#lib/sample/organization.ts";
import type { Planner } from "#lib/sample/planner.ts";
import { at, type Random } from "#lib/sample/random.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import { EC2_READS } from "#lib/sample/records/ec2-reads.ts";
import { accountIdentity, type RoleSession, webIdentity } from "#lib/sample/records/identity.ts";
import type { Call, Caller } from "#lib/sample/records/record.ts";
import { REGIONAL_READS } from "#lib/sample/records/regional-reads.ts";
import { objectCall } from "#lib/sample/records/s3.ts";
import { assumeRole, assumeRoleWithWebIdentity } from "#lib/sample/records/sts.ts";

/**
 * Deployments: GitHub's token becomes a session of CiDeploy in the shared account; with that, TerraformApply is
 * assumed in the account to change, which both accounts record under one sharedEventID; all later calls carry the
 * key that was issued.
 */

const SUBJECTS = [
  "repo:example-org/infrastructure:ref:refs/heads/main",
  "repo:example-org/checkout:environment:production",
  "repo:example-org/catalog:ref:refs/heads/main",
] as const;
const RUNNERS = ["192.0.2.21", "192.0.2.22", "192.0.2.23", "192.0.2.24"] as const;
const TARGETS = [ACCOUNTS.prod, ACCOUNTS.staging, ACCOUNTS.staging, ACCOUNTS.dev] as const;
const READS = [...EC2_READS, ...REGIONAL_READS];
const MOST_RUNS_A_DAY = 12;

/** Deployments on all weekdays, now and then one at a weekend. */
export function planCiRuns(planner: Planner): void {
  const runsADay = Math.max(1, Math.min(MOST_RUNS_A_DAY, Math.round(4 * Math.sqrt(planner.density))));
  for (let day = midnight(planner.start); day < planner.end; day += DAY) {
    const random = planner.randomFor(`ci/${day}`);
    const runs = isWeekday(day) ? runsADay : Number(random.chance(0.4));
    for (let run = 0; run < runs; run++) {
      planRun(planner, day + 8 * HOUR + random.below(9 * HOUR), random);
    }
  }
}

function planRun(planner: Planner, begin: number, random: Random): void {
  const shared = { account: ACCOUNTS.shared.id, region: GLOBAL_REGION };
  const target = { account: random.pick(TARGETS).id, region: HOME_REGION };
  const ip = random.pick(RUNNERS);
  const subject = random.pick(SUBJECTS);
  const runId = 17_000_000_000 + random.below(900_000_000);

  const deploy = session(ACCOUNTS.shared.id, "CiDeploy", `GitHubActions-${runId}`, begin, random);
  const github: Caller = {
    identity: webIdentity(ACCOUNTS.shared.id, OIDC_HOST, "sts.amazonaws.com", subject),
    name: subject,
    ip,
    agent: AGENTS.githubAction,
    kind: "client",
  };
  planner.add(begin, shared, github, (own) => assumeRoleWithWebIdentity(deploy, subject, own));

  const applyAt = begin + 20 * SECOND;
  const apply = session(target.account, "TerraformApply", `terraform-${runId}`, applyAt, random);
  const sharedEventId = uuid(random);
  const ci = roleCaller(deploy, ip, AGENTS.terraform);
  const fromOutside: Caller = {
    ...ci,
    identity: accountIdentity(ACCOUNTS.shared.id, `${deploy.role.id}:${deploy.session}`),
  };
  const tokenSeed = hex(random, 8);
  const requestId = uuid(random);
  const assume = () => ({ ...assumeRole(apply, planner.randomFor(tokenSeed), { sharedEventId }), requestId });
  planner.add(applyAt, shared, ci, assume);
  planner.add(applyAt, { account: target.account, region: GLOBAL_REGION }, fromOutside, assume);

  const state = (name: "GetObject" | "PutObject") => (own: Random) =>
    objectCall(name, "example-terraform-state", `${target.account}/main.tfstate`, own, shared);
  planner.add(applyAt + 3 * SECOND, shared, ci, state("GetObject"));
  const calls = Math.round(Math.min(30, 6 + 12 * planner.density));
  const terraform = roleCaller(apply, ip, AGENTS.terraform);
  let time = applyAt + 5 * SECOND;
  for (let made = 0; made < calls; made++) {
    time += SECOND * (1 + random.below(4));
    const call = made > calls * 0.7 ? change(random, target) : look(random, target);
    planner.add(time, target, terraform, () => call);
  }
  planner.add(time + MINUTE / 2, shared, ci, state("PutObject"));
}

type Target = { readonly account: string; readonly region: string };

function session(
  account: string,
  roleName: string,
  name: string,
  createdAt: number,
  random: Random,
): RoleSession {
  return {
    role: roleOf(account, roleName),
    session: name,
    accessKeyId: accessKeyId(random, "ASIA"),
    createdAt,
  };
}

function look(random: Random, target: Target): Call {
  const read = at(READS, random.below(READS.length));
  return {
    service: read.service,
    name: read.name,
    readOnly: true,
    requestJson: read.request(random, fleetOf(target), target),
  };
}

function change(random: Random, target: Target): Call {
  const fleet = fleetOf(target);
  const write = (service: string, name: string, request: unknown): Call => ({
    service,
    name,
    readOnly: false,
    requestJson: JSON.stringify(request),
  });
  switch (random.below(4)) {
    case 0:
      return write("ecs", "RegisterTaskDefinition", {
        family: random.pick(fleet.functions),
        networkMode: "awsvpc",
        cpu: "512",
        memory: "1024",
      });
    case 1:
      return write("lambda", "UpdateFunctionCode20150331v2", {
        functionName: random.pick(fleet.functions),
        s3Bucket: "example-artifacts",
        publish: true,
      });
    case 2:
      return write("ec2", "ModifySecurityGroupRules", {
        ModifySecurityGroupRulesRequest: { GroupId: random.pick(fleet.securityGroups) },
      });
    default:
      return write("ec2", "CreateTags", {
        resourcesSet: { items: [{ resourceId: random.pick(fleet.volumes) }] },
        tagSet: { items: [{ key: "managed-by", value: "terraform" }] },
      });
  }
}
