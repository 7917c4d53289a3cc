import { arnNames, parseArn } from "#lib/cloudtrail/arn.ts";
import { nounOf } from "#lib/cloudtrail/name-type.ts";
import type { Area } from "#lib/cloudtrail/path-tree.ts";
import type { Resource } from "#lib/event/event.ts";

/** A resource and where in the record it was found. `isMention`: only within other text, such as a policy. */
export type FoundResource = Resource & { readonly area: Area; readonly isMention: boolean };

/** Calls whose answer names what came into being; the request then names what it was made from. */
const CREATING = /^(?:Create|Run|Allocate|Copy|Import|Register|Request|Restore|Purchase|Clone)/;

/**
 * The resources in the order of how much they tell: first what the call's own name speaks of (the snapshot of
 * CreateSnapshot before its volume, the role of AttachRolePolicy before the policy), created things before
 * their sources, mentions in text last. A plain name is left out where an ARN of the same thing stands.
 */
export function rankResources(found: readonly FoundResource[], eventName: string): readonly Resource[] {
  if (found.length < 2) return found.map(shown);
  const noun = subjectOf(eventName);
  const areas = CREATING.test(eventName) ? CREATING_AREAS : OTHER_AREAS;
  const named = namesOfArns(found);
  const ranked: Ranked[] = [];
  for (const resource of found) {
    if (named.has(`${resource.type} ${resource.id}`)) continue;
    ranked.push({ id: resource.id, type: resource.type, rank: rankOf(resource, noun, areas) });
  }
  // Sorting is stable: of equal rank the first found comes first.
  return ranked.sort(byRank).map(shown);
}

type Ranked = Resource & { readonly rank: number };

function byRank(a: Ranked, b: Ranked): number {
  return a.rank - b.rank;
}

function shown({ id, type }: Resource): Resource {
  return { id, type };
}

const CREATING_AREAS: readonly Area[] = [
  "response",
  "resources",
  "request",
  "service",
  "summary",
  "additional",
  "error",
];
const OTHER_AREAS: readonly Area[] = [
  "resources",
  "request",
  "response",
  "service",
  "summary",
  "additional",
  "error",
];
/** Above the length of any type's kind: a mention in text comes after all else. */
const MENTIONED = 1000;

/** Things that hold what the call is about, and stand beside it in every request of their service. */
const HOLDERS: ReadonlySet<string | null> = new Set([
  "AWS::Cognito::UserPool",
  "AWS::GuardDuty::Detector",
  "AWS::SSO::Instance",
]);
/** After what is found in any area, before mentions. */
const HELD = 0.65;

/**
 * What the call's name speaks of; nothing where that is but the means, as the session by which one enters an
 * instance.
 */
function subjectOf(eventName: string): string {
  if (eventName === "StartSession") return "";
  const noun = nounOf(eventName);
  return noun.startsWith("transitgateway")
    ? noun.replace(/(?:vpc|peering|connect)attachment/, "attachment")
    : noun;
}

function rankOf({ type, area, isMention }: FoundResource, noun: string, areas: readonly Area[]): number {
  const kind = type === null ? "" : type.slice(type.lastIndexOf(":") + 1).toLowerCase();
  // The longest kind wins: CreateDBClusterSnapshot speaks of the snapshot, not of the cluster.
  const named = kind !== "" && noun.startsWith(kind) ? -kind.length : 0;
  const held = HOLDERS.has(type) ? HELD : 0;
  return (isMention ? MENTIONED : 0) + named + held + areas.indexOf(area) / 10;
}

function namesOfArns(found: readonly FoundResource[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { id, type, isMention } of found) {
    const arn = isMention ? null : parseArn(id);
    if (arn === null) continue;
    for (const name of arnNames(arn)) names.add(`${type} ${name}`);
  }
  return names;
}
