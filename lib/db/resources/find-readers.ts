import type { Reader } from "#lib/cloudtrail/resource/resource-story.ts";
import { fieldIs, queryOf, READS } from "#lib/db/resources/resource-condition.ts";
import type { Event } from "#lib/event/event.ts";
import type { Condition } from "#lib/search/search.ts";

/** More readers than anybody goes through. */
const MOST_READERS = 100;
const MOST_CALLS = 4;
const NO_ROLE: Condition = {
  kind: "not",
  of: { kind: "match", target: { kind: "field", id: "role" }, test: { kind: "exists" } },
};

/** Reads, newest first, by who made them. Events must come with their origins, or those cannot be told apart. */
export function findReaders(reads: readonly Event[], subject: Condition): readonly Reader[] {
  const groups = new Map<string, Event[]>();
  for (const event of reads) {
    const key = JSON.stringify(whoOf(event));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_READERS)
    .flatMap((events) => toReader(events, subject));
}

function toReader(events: readonly Event[], subject: Condition): readonly Reader[] {
  const [newest, oldest] = [events[0], events.at(-1)];
  if (newest === undefined || oldest === undefined) return [];
  const { name, role } = whoOf(newest);
  // Somebody may have read it both as themselves and through a role: these are two readers.
  const by = [fieldIs("actor", name), role === null ? NO_ROLE : fieldIs("role", role)];
  const calls = new Map<string, number>();
  for (const { eventName } of events) calls.set(eventName, (calls.get(eventName) ?? 0) + 1);
  return [
    {
      event: newest,
      sessions: new Set(events.flatMap(({ actor }) => actor.session ?? [])).size,
      q: queryOf(subject, READS, ...by),
      count: events.length,
      firstSeen: oldest.eventTime,
      lastSeen: newest.eventTime,
      calls: [...calls]
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, MOST_CALLS)
        .map(([call]) => call),
    },
  ];
}

/** Whoever is behind the session where that is known, in the role they took; else whoever the record names. */
function whoOf({ actor }: Event): { readonly name: string; readonly role: string | null } {
  const { origin, name, role } = actor;
  const isSomeone = origin?.kind === "person" || origin?.kind === "external";
  return { name: isSomeone ? origin.name : name, role };
}
