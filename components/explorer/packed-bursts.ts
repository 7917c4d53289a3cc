import type { Event } from "#lib/event/event.ts";
import { differenceOf, type EventDifference, withDifference } from "#lib/event/event-difference.ts";
import type { Burst } from "#lib/event/fold-events.ts";

/**
 * The bursts of a page on their way to the browser. One text: React writes and reads what it hands over value by value,
 * several thousand of them here, which took a tenth of the server's time for the page.
 */
export type PackedBursts = string;

/** What its events have in common is there once. */
type PackedBurst = { readonly event: Event; readonly others: readonly EventDifference[] };

/** Written on the server, to be read where they are shown. */
export function packBursts(bursts: readonly Burst[]): PackedBursts {
  const packed = bursts.map(
    ({ event, others }): PackedBurst => ({
      event,
      others: others.map((other) => differenceOf(event, other)),
    }),
  );
  return JSON.stringify(packed);
}

/** What packBursts was given. */
export function unpackBursts(text: PackedBursts): readonly Burst[] {
  const packed: readonly PackedBurst[] = JSON.parse(text);
  return packed.map(({ event, others }) => ({
    event,
    others: others.map((difference) => withDifference(event, difference)),
  }));
}
