import { parseArn } from "#lib/cloudtrail/arn.ts";
import type { FactIndex } from "#lib/cloudtrail/chain/fact-index.ts";
import type { Party } from "#lib/event/credential.ts";
import type { ActorKind } from "#lib/event/event.ts";
import type { Grade, Origin } from "#lib/event/origin.ts";

type Named = Pick<Origin, "kind" | "name" | "grade">;

/** Callers whose own name is somebody's. Those of the other kinds are never who a chain began with, services apart. */
export const SOMEBODY = ["person", "root", "federated"] as const satisfies readonly ActorKind[];

/** Who a caller is, where its own records say so; null for roles and for callers known by a number only. */
export function originOf(facts: FactIndex, party: Party): Origin | null {
  const named = ownName(facts, party);
  return named === null ? null : originNamed(party, named);
}

/**
 * Who is behind a credential whose issuing event is not there, as far as its own records still tell: for whom it was
 * made, what its first assumer declared, which resource or service it was made for.
 */
export function originByRecord(facts: FactIndex, party: Party): Origin | null {
  const { onBehalfOf, sourceIdentity, inScopeOf, signIn, roleArn, provider } = party;
  const named = ((): Named | null => {
    if (onBehalfOf !== null) return exactly("person", personName(facts, onBehalfOf));
    if (sourceIdentity !== null) return { kind: "person", name: sourceIdentity, grade: "inferred" };
    if (inScopeOf !== null) return exactly("service", serviceOfArn(inScopeOf));
    if (signIn === "instance-profile") return exactly("service", "ec2.amazonaws.com");
    if (signIn === "service") return exactly("service", serviceOfRole(roleArn) ?? party.name);
    return provider === null ? null : exactly("external", provider);
  })();
  return named === null ? null : originNamed(party, named);
}

function originNamed(party: Party, named: Named): Origin {
  return { ...named, account: party.account, person: party.onBehalfOf, reason: null };
}

function exactly(kind: Origin["kind"], name: string): Named {
  return { kind, name, grade: "exact" };
}

function ownName(facts: FactIndex, party: Party): Named | null {
  switch (party.kind) {
    case "person": {
      const isNamed = party.user !== null || party.session !== null || party.onBehalfOf === null;
      return exactly("person", isNamed ? party.name : personName(facts, party.onBehalfOf ?? ""));
    }
    case "root":
      return exactly("person", party.name);
    case "service":
      return exactly("service", party.name);
    case "federated":
      return federatedName(party);
    case "role":
    case "account":
    case "unknown":
      return null;
  }
}

function federatedName({ signIn, name, user }: Party): Named {
  if (signIn === "session-token") return exactly("person", user ?? name);
  return exactly(signIn === "web-identity" ? "external" : "person", name);
}

/** A user id says nothing to a reader: a session of Identity Center's by the same user has the name. */
export function personName(facts: Pick<FactIndex, "personNames">, onBehalfOf: string): string {
  return facts.personNames.get(onBehalfOf) ?? onBehalfOf.slice(onBehalfOf.lastIndexOf("#") + 1);
}

function serviceOfArn(arn: string): string {
  const service = parseArn(arn)?.service;
  return service === undefined ? arn : `${service}.amazonaws.com`;
}

/** `arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig` */
function serviceOfRole(roleArn: string | null): string | null {
  return roleArn === null ? null : (/:role\/aws-service-role\/([^/]+)\//.exec(roleArn)?.[1] ?? null);
}

const GRADES: readonly Grade[] = ["exact", "matched", "inferred"];

/** The less certain of the two. */
export function lessCertain(a: Grade, b: Grade): Grade {
  return GRADES.indexOf(a) >= GRADES.indexOf(b) ? a : b;
}
