import type { Event } from "#lib/event/event.ts";
import { differenceOf, type EventDifference, withDifference } from "#lib/event/event-difference.ts";
import type { Burst } from "#lib/event/fold-events.ts";

/** A burst on its way to the browser: what its events have in common is there once. */
export type PackedBurst = { readonly event: Event; readonly others: readonly EventDifference[] };

export function packBurst({ event, others }: Burst): PackedBurst {
  return { event, others: others.map((other) => differenceOf(event, other)) };
}

export function unpackBurst({ event, others }: PackedBurst): Burst {
  return { event, others: others.map((difference) => withDifference(event, difference)) };
}
