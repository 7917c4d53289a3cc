import { toolOfAgent } from "#lib/event/actor/tool-of-agent.ts";
import { type AddressPlace, placeByItself } from "#lib/event/address-place.ts";
import type { Event } from "#lib/event/event.ts";
import { foldSteps, type Step } from "#lib/event/session/fold-steps.ts";

/** A value, and how many events have it. */
export type Tally = { readonly value: string; readonly count: number };

/** What one credential did, from birth to end. */
export type SessionStory = {
  /** The query that finds its events, and the first and last moment (UTC, ISO 8601) that it was seen. */
  readonly q: string;
  readonly from: string | null;
  readonly to: string | null;
  /** All its events; `isExact` is false where there are at least so many. */
  readonly events: { readonly count: number; readonly isExact: boolean };
  /** Events that everything below is made of. Fewer than `events`: the first of a session, the newest of a key. */
  readonly told: number;
  readonly reads: number;
  readonly writes: number;
  readonly denied: number;
  readonly failed: number;
  /** In the order of time. */
  readonly steps: readonly Step[];
  readonly services: readonly Tally[];
  readonly errors: readonly Tally[];
  readonly accounts: readonly Tally[];
  readonly regions: readonly Tally[];
  readonly addresses: readonly (Tally & AddressPlace)[];
  readonly agents: readonly (Tally & { readonly tool: string })[];
  readonly changed: readonly ChangedResource[];
};

/** A thing that writes of the session named and that succeeded. */
export type ChangedResource = {
  readonly id: string;
  readonly type: string | null;
  readonly count: number;
  /** The calls, in the order of their first. */
  readonly calls: readonly string[];
  readonly last: string;
};

type Told = Omit<SessionStory, "q" | "from" | "to" | "events">;

/** The story that these events tell, given in the order of time. */
export function tellStory(events: readonly Event[]): Told {
  const is = (test: (event: Event) => boolean) => events.filter(test).length;
  return {
    told: events.length,
    reads: is(({ readOnly }) => readOnly),
    writes: is(({ readOnly }) => !readOnly),
    denied: is(({ outcome }) => outcome === "denied"),
    failed: is(({ outcome }) => outcome === "failed"),
    steps: foldSteps(events),
    services: tally(events, ({ eventSource }) => eventSource),
    errors: tally(events, ({ errorCode }) => errorCode),
    accounts: tally(events, ({ account }) => account),
    regions: tally(events, ({ region }) => region),
    addresses: tally(events, ({ sourceIp }) => sourceIp).map((one) => ({
      ...one,
      ...placeByItself(one.value),
    })),
    agents: tally(events, ({ userAgent }) => userAgent).map((one) => ({
      ...one,
      tool: toolOfAgent(one.value),
    })),
    changed: changedBy(events),
  };
}

function tally(events: readonly Event[], read: (event: Event) => string | null): Tally[] {
  const counts = new Map<string, number>();
  for (const event of events) {
    const value = read(event);
    if (value !== null && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function changedBy(events: readonly Event[]): ChangedResource[] {
  const found = new Map<string, ChangedResource>();
  for (const event of events) {
    if (event.readOnly || event.outcome !== "success") continue;
    for (const { id, type } of event.resources) {
      const before = found.get(id);
      const calls = before?.calls ?? [];
      found.set(id, {
        id,
        type: before?.type ?? type,
        count: (before?.count ?? 0) + 1,
        calls: calls.includes(event.eventName) ? calls : [...calls, event.eventName],
        last: event.eventTime,
      });
    }
  }
  return [...found.values()];
}
