import { type Relation, relationIn } from "#lib/cloudtrail/resource/relation.ts";
import { namesOf } from "#lib/cloudtrail/resource/resource-names.ts";
import type { Event, Resource } from "#lib/event/event.ts";

export type FoundRelation = {
  readonly id: string;
  readonly type: string | null;
  readonly relation: Relation;
  readonly isExact: boolean;
  readonly count: number;
  readonly calls: readonly string[];
  readonly lastSeen: string;
};

type Growing = { -readonly [Key in Exclude<keyof FoundRelation, "calls">]: FoundRelation[Key] } & {
  readonly calls: Set<string>;
};

/** What tells most comes first. */
const ORDER: readonly Relation[] = [
  "made-from",
  "made-into",
  "attached",
  "in",
  "uses",
  "used-by",
  "together",
];

/** The things that successful writes of the subject name beside it. Events may come in any order. */
export function findRelated(
  events: readonly Event[],
  isSubject: (resource: Resource) => boolean,
): readonly FoundRelation[] {
  const found = new Map<string, Growing>();
  for (const event of events) {
    const subject = event.resources.find(isSubject);
    if (subject === undefined || event.outcome !== "success") continue;
    for (const other of event.resources) {
      if (other.type === null || isSubject(other)) continue;
      const how = relationIn(event, subject, other);
      if (how !== null) take(found, other, { ...how, event });
    }
  }
  return [...found.values()]
    .map((one) => ({ ...one, calls: [...one.calls] }))
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation) ||
        (a.lastSeen < b.lastSeen ? 1 : a.lastSeen > b.lastSeen ? -1 : 0) ||
        (a.id < b.id ? -1 : 1),
    );
}

type Meeting = { readonly relation: Relation; readonly isExact: boolean; readonly event: Event };

/** Under one entry, whichever of its names a call used. */
function take(found: Map<string, Growing>, other: Resource, { relation, isExact, event }: Meeting): void {
  const keys = namesOf(other.id).map((name) => `${other.type} ${name}`);
  const known = keys.map((key) => found.get(key)).find((one) => one !== undefined);
  const entry: Growing = known ?? {
    id: other.id,
    type: other.type,
    relation,
    isExact,
    count: 0,
    calls: new Set(),
    lastSeen: event.eventTime,
  };
  entry.count += 1;
  entry.calls.add(event.eventName);
  entry.isExact ||= isExact;
  if (event.eventTime > entry.lastSeen) entry.lastSeen = event.eventTime;
  if (ORDER.indexOf(relation) < ORDER.indexOf(entry.relation)) entry.relation = relation;
  if (known === undefined) found.set(keys[0] ?? other.id, entry);
}
