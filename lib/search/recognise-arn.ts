import { formatText } from "#lib/search/format-query.ts";
import type { Recognised } from "#lib/search/recognised.ts";

/** What an ARN may be asked about: what a principal did, what was done to a thing. */
export function recogniseArn(arn: string): readonly Recognised[] {
  const parts = arn.split(":");
  const [, partition = "", service = "", , account = ""] = parts;
  const resource = parts.slice(5).join(":");
  if (partition === "" || service === "" || resource === "") return [];
  const touched = find(
    "Everything that touched this resource",
    `resource:${formatText(onlyId(service, resource) ?? arn)}`,
  );
  if (service === "sts") return [...principal(arn, resource, account), touched];
  const named = isOneThing(resource) ? [byAnyName(arn)] : [];
  if (service !== "iam") return [touched, ...named];
  const name = resource.slice(resource.lastIndexOf("/") + 1);
  if (resource === "root")
    return [find("Everything root of this account did", `identity:Root account:${account}`)];
  if (resource.startsWith("user/")) {
    return [
      find(`Everything user ${name} did`, `principal:${formatText(arn)}`),
      find(`Everything done to user ${name}`, `resource:${formatText(arn)}`),
      ...named,
    ];
  }
  if (resource.startsWith("role/")) {
    const path = "userIdentity.sessionContext.sessionIssuer.arn";
    return [
      find(`Everything role ${name} did`, `${path}:${formatText(arn)}`),
      find(`Everything done to role ${name}, and who assumed it`, `resource:${formatText(arn)}`),
      ...named,
    ];
  }
  return [touched, ...named];
}

/**
 * Records of one thing tell its ARN or its plain name, as each call has it (of RDS, Lambda, EKS, SQS, IAM, buckets, …):
 * the ARN finds the former only. A plain name has namesakes, which a query cannot tell apart as the thing's page does.
 */
function byAnyName(arn: string): Recognised {
  return { kind: "resource", label: "This thing by all its names, on its page", id: arn };
}

function isOneThing(resource: string): boolean {
  return !/[*?]/.test(resource);
}

/**
 * The id by which records name it, where AWS gives it to nothing else: those of EC2 never tell the ARN, those of KMS
 * not always, and what is named by its ARN is found by its id too.
 */
function onlyId(service: string, resource: string): string | null {
  const [type, id = ""] = resource.split("/");
  if (service === "ec2") return /^[a-z]+(-[a-z]+)*-[0-9a-f]{8,17}$/.test(id) ? id : null;
  return service === "kms" && type === "key" && id !== "" ? id : null;
}

function principal(arn: string, resource: string, account: string): readonly Recognised[] {
  const [kind, role = "", session = ""] = resource.split("/");
  const did = find("Everything this session did", `principal:${formatText(arn)}`);
  if (kind !== "assumed-role" || session === "") return [did];
  return [
    did,
    find(`Everything role ${role} did`, `role:${formatText(role)} account:${formatText(account)}`),
  ];
}

function find(label: string, q: string): Recognised {
  return { kind: "search", label, q };
}
