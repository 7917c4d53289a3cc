import {
  isUniqueName,
  namesOf,
  type ResourceName,
  readResourceName,
} from "#lib/cloudtrail/resource/resource-names.ts";
import type { Choice } from "#lib/cloudtrail/resource/resource-story.ts";
import type { Event } from "#lib/event/event.ts";

/**
 * The things that a name stands for in these events, the most frequent first: by type, and by account where the name
 * is not one of a kind. One, or none where only text mentions it, is the usual case.
 */
export function chooseAmong(asked: ResourceName, events: readonly Event[]): readonly Choice[] {
  const names = new Set(asked.names);
  const found = new Map<string, { type: string | null; account: string | null; events: number }>();
  for (const event of events) {
    const own = event.resources.filter(({ id }) => namesOf(id).some((name) => names.has(name)));
    for (const { id, type } of own) {
      if (asked.type !== null && type !== null && type !== asked.type) continue;
      const isUnique = isUniqueName(asked.id, asked.type ?? type);
      const account = isUnique
        ? asked.account
        : (asked.account ?? readResourceName(id).account ?? event.account);
      const key = `${type} ${account}`;
      const choice = found.get(key) ?? { type, account, events: 0 };
      choice.events += 1;
      found.set(key, choice);
    }
  }
  const all = [...found.values()].toSorted((a, b) => b.events - a.events);
  // An entry without a type is the same thing as one with it.
  const typed = all.filter(({ type }) => type !== null);
  return typed.length > 0 ? typed : all;
}
