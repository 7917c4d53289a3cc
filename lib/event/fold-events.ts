import type { Event } from "#lib/event/event.ts";

/**
 * Bursts: the same call, by the same actor, with the same end, close together in time. A list shows each as one row,
 * which opens in place; nothing is left out and every event is in exactly one burst. Other events may lie between
 * those of a burst.
 */
export type Burst = { readonly event: Event; readonly others: readonly Event[] };

/** All events of a burst, in their order. */
export function eventsOf({ event, others }: Burst): readonly Event[] {
  return [event, ...others];
}

/** A burst lasts no longer: what comes later begins another, so that a row never stands far from its events. */
export const BURST_SECONDS = 600;

export type Folded = {
  /** In the order of the events; a burst stands where its first event does, its events in their order. */
  readonly bursts: readonly Burst[];
  /** So many events, from the first on, are in the bursts: one more would have needed a burst too many. */
  readonly taken: number;
};

export type FoldOptions = {
  /** Bursts at most. */
  readonly most: number;
  /** The day of an event in the reader's zone, where days are told apart: no burst lies in two. */
  readonly dayOf?: (event: Event) => string;
};

/**
 * Folds events that are sorted by time, either way. The same events fold into as many bursts from either end, since
 * for each actor and call these are the fewest spans that hold all: so a page that was left is found again.
 */
export function foldEvents(events: readonly Event[], { most, dayOf }: FoldOptions): Folded {
  const bursts: { readonly event: Event; readonly others: Event[] }[] = [];
  const open = new Map<string, (typeof bursts)[number]>();
  for (const [taken, event] of events.entries()) {
    const key = keyOf(event, dayOf);
    const burst = open.get(key);
    if (burst !== undefined && secondsBetween(burst.event, event) <= BURST_SECONDS) {
      burst.others.push(event);
      continue;
    }
    if (bursts.length === most) return { bursts, taken };
    const begun = { event, others: [] };
    open.set(key, begun);
    bursts.push(begun);
  }
  return { bursts, taken: events.length };
}

/** Whether an event that was read later would have been folded into this burst. */
export function isOfBurst({ event: first }: Burst, event: Event, dayOf?: FoldOptions["dayOf"]): boolean {
  return secondsBetween(first, event) <= BURST_SECONDS && keyOf(first, dayOf) === keyOf(event, dayOf);
}

/** Every event a burst of its own. */
export function unfolded(events: readonly Event[], most: number): Folded {
  const bursts = events.slice(0, most).map((event) => ({ event, others: [] }));
  return { bursts, taken: bursts.length };
}

/** The whole seconds between two events. */
export function secondsBetween(one: Event, other: Event): number {
  return Math.abs(Date.parse(one.eventTime) - Date.parse(other.eventTime)) / 1000;
}

/** What the events of a burst have in common: what happened, how grave it was, who did it, where, and how it ended. */
function keyOf(event: Event, dayOf: FoldOptions["dayOf"]): string {
  const { actor } = event;
  return JSON.stringify([
    event.eventName,
    event.eventSource,
    event.readOnly,
    event.account,
    event.region,
    event.outcome,
    event.errorCode,
    event.severities,
    actor.kind,
    actor.name,
    actor.role,
    actor.session,
    actor.via,
    actor.origin?.kind,
    actor.origin?.name,
    dayOf?.(event),
  ]);
}
