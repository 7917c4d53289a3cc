import type { Chain } from "#lib/event/chain.ts";
import type { Event } from "#lib/event/event.ts";

/** One event with everything kept about it. */
export type EventDetail = {
  readonly event: Event;
  /** Who is behind it, link by link; null where nothing that is loaded tells. */
  readonly chain: Chain | null;
  /** The record, JSON text token for token as it was delivered. */
  readonly record: string;
  /** The log object that the record was read from, and its place in it, counted from 0. */
  readonly object: { readonly source: string; readonly key: string; readonly ordinal: number };
};

/** What an eventID leads to: in rare cases several accounts have an event of the same id. */
export type FoundEvent = {
  readonly id: string;
  readonly detail: EventDetail | null;
  readonly others: readonly Event[];
};
