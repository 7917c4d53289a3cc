import type { Event } from "#lib/event/event.ts";

/**
 * An event told by what is different from another: the events of a burst have most in common, and a page of a
 * thousand of them would otherwise carry the same words a thousand times.
 */
export type EventDifference = Partial<Event> & Pick<Event, "eventId" | "eventTime">;

/** What `event` has other than `base`: whole members, such as the actor, where anything in them differs. */
export function differenceOf(base: Event, event: Event): EventDifference {
  const known = new Map(Object.entries(base));
  const entries = Object.entries(event).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(known.get(name)),
  );
  return { ...Object.fromEntries(entries), eventId: event.eventId, eventTime: event.eventTime };
}

/** The event again. */
export function withDifference(base: Event, difference: EventDifference): Event {
  return { ...base, ...difference };
}
