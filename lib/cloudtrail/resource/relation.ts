import type { Event, Resource } from "#lib/event/event.ts";

/** How a thing that stands in the same calls has to do with the subject: `to`'s part is said first. */
export type Relation = "made-from" | "made-into" | "attached" | "in" | "uses" | "used-by" | "together";

/** Calls after which two kinds of things belong together: read as `of` ⟶ relation ⟶ `to`. */
type Rule = {
  readonly call: RegExp;
  readonly of: string;
  readonly to: string;
  readonly relation: "made-from" | "attached" | "in" | "uses";
};

const EC2 = (kind: string) => `AWS::EC2::${kind}`;
const rule = (call: RegExp, of: string, relation: Rule["relation"], to: string): Rule => ({
  call,
  of,
  to,
  relation,
});

const RULES: readonly Rule[] = [
  rule(/^CreateSnapshots?$/, EC2("Snapshot"), "made-from", EC2("Volume")),
  rule(/^CreateVolume$/, EC2("Volume"), "made-from", EC2("Snapshot")),
  rule(/^CreateImage$/, EC2("Image"), "made-from", EC2("Instance")),
  rule(/^RegisterImage$/, EC2("Image"), "made-from", EC2("Snapshot")),
  rule(/^CopySnapshot$/, EC2("Snapshot"), "made-from", EC2("Snapshot")),
  rule(/^CopyImage$/, EC2("Image"), "made-from", EC2("Image")),
  rule(/^RunInstances$|^RequestSpotInstances$/, EC2("Instance"), "made-from", EC2("Image")),
  rule(/^RunInstances$/, EC2("Instance"), "made-from", EC2("LaunchTemplate")),
  rule(/InstanceProfile|^RunInstances$/, EC2("Instance"), "uses", "AWS::IAM::InstanceProfile"),
  rule(/InstanceProfile|^RunInstances$/, EC2("Instance"), "uses", "AWS::IAM::Role"),
  rule(/^AddRoleToInstanceProfile$/, "AWS::IAM::InstanceProfile", "uses", "AWS::IAM::Role"),
  rule(/^RunInstances$|^ModifyInstanceAttribute$/, EC2("Instance"), "uses", EC2("SecurityGroup")),
  rule(/NetworkInterface/, EC2("NetworkInterface"), "uses", EC2("SecurityGroup")),
  rule(/^RunInstances$/, EC2("Instance"), "uses", EC2("KeyPair")),
  rule(/^(?:RunInstances|AttachNetworkInterface)$/, EC2("NetworkInterface"), "attached", EC2("Instance")),
  rule(/^(?:RunInstances|(?:At|De)tachVolume)$/, EC2("Volume"), "attached", EC2("Instance")),
  rule(/^(?:As|Disas)sociateAddress$/, EC2("EIP"), "attached", EC2("Instance")),
  rule(/^(?:As|Disas)sociateAddress$/, EC2("EIP"), "attached", EC2("NetworkInterface")),
  rule(/^CreateNatGateway$/, EC2("NatGateway"), "uses", EC2("EIP")),
  rule(/^(?:At|De)tachInternetGateway$/, EC2("InternetGateway"), "attached", EC2("VPC")),
  rule(/^(?:Run|Create|Attach|Modify)/, "*", "in", EC2("Subnet")),
  rule(/^(?:Run|Create|Attach|Modify)/, "*", "in", EC2("VPC")),
  rule(/^CreateDBSnapshot$/, "AWS::RDS::DBSnapshot", "made-from", "AWS::RDS::DBInstance"),
  rule(/^CreateDBClusterSnapshot$/, "AWS::RDS::DBClusterSnapshot", "made-from", "AWS::RDS::DBCluster"),
  rule(/^RestoreDBInstance/, "AWS::RDS::DBInstance", "made-from", "AWS::RDS::DBSnapshot"),
  rule(/^(?:Create|Update)Function/, "AWS::Lambda::Function", "uses", "AWS::IAM::Role"),
  rule(/^(?:Create|Update)Function/, "AWS::Lambda::Function", "uses", "AWS::Lambda::LayerVersion"),
  rule(/^(?:At|De)tachRolePolicy$/, "AWS::IAM::Role", "uses", "AWS::IAM::Policy"),
  rule(/^(?:At|De)tachUserPolicy$/, "AWS::IAM::User", "uses", "AWS::IAM::Policy"),
  rule(/^(?:At|De)tachGroupPolicy$/, "AWS::IAM::Group", "uses", "AWS::IAM::Policy"),
  rule(/AccessKey$/, "AWS::IAM::AccessKey", "in", "AWS::IAM::User"),
  rule(/^AddUserToGroup$|^RemoveUserFromGroup$/, "AWS::IAM::User", "in", "AWS::IAM::Group"),
  rule(/Service$/, "AWS::ECS::Service", "in", "AWS::ECS::Cluster"),
  rule(/Service$|^RunTask$/, "AWS::ECS::Service", "uses", "AWS::ECS::TaskDefinition"),
  rule(/./, "AWS::S3::Object", "in", "AWS::S3::Bucket"),
  rule(/./, "AWS::Logs::LogStream", "in", "AWS::Logs::LogGroup"),
];

const REVERSED: Readonly<Record<Rule["relation"], Relation>> = {
  "made-from": "made-into",
  attached: "attached",
  in: "together",
  uses: "used-by",
};

type Call = Pick<Event, "eventName" | "resources">;

/**
 * How `other` has to do with the subject in one call that names both; null where the call only happens to act on
 * several of one kind at once. `isExact` is false where the call names several things that could be meant.
 */
export function relationIn(
  call: Call,
  subject: Resource,
  other: Resource,
): { readonly relation: Relation; readonly isExact: boolean } | null {
  const { eventName, resources } = call;
  const fits = (one: Rule, of: Resource, to: Resource) =>
    one.call.test(eventName) &&
    (one.of === "*" || one.of === of.type) &&
    one.to === to.type &&
    of.type !== to.type;
  const isCopy = subject.type === other.type;
  if (isCopy) return copied(call, subject, other);
  const isExact = countOf(resources, subject.type) === 1 || countOf(resources, other.type) === 1;
  const forth = RULES.find((one) => fits(one, subject, other));
  if (forth !== undefined) return { relation: forth.relation, isExact };
  const back = RULES.find((one) => fits(one, other, subject));
  return { relation: back === undefined ? "together" : REVERSED[back.relation], isExact };
}

/** Of two things of one kind, one was made from the other, or they share a call by chance. */
function copied({ eventName, resources }: Call, subject: Resource, other: Resource) {
  const kin = resources.filter(({ type }) => type === subject.type);
  const isCopying = RULES.some(
    (one) => one.of === one.to && one.of === subject.type && one.call.test(eventName),
  );
  if (!isCopying || kin.length !== 2) return null;
  const isNew = kin[0]?.id === subject.id;
  return other.id === subject.id
    ? null
    : ({ relation: isNew ? "made-from" : "made-into", isExact: true } as const);
}

function countOf(resources: readonly Resource[], type: string | null): number {
  return resources.filter((one) => one.type === type).length;
}
