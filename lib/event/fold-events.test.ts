import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Event } from "#lib/event/event.ts";
import { BURST_SECONDS, type Burst, foldEvents, unfolded } from "#lib/event/fold-events.ts";
import { makeEvent } from "#lib/event/testing/make-event.ts";

const START = Date.UTC(2026, 10, 12, 14);

function eventAt(seconds: number, changes: Partial<Event> = {}): Event {
  const eventTime = `${new Date(START + seconds * 1000).toISOString().slice(0, 19)}Z`;
  return makeEvent({ eventId: `${changes.eventName ?? "Stop"} ${seconds}`, eventTime, ...changes });
}

const read = (seconds: number) => eventAt(seconds, { eventName: "DescribeInstances", readOnly: true });
const sizes = (bursts: readonly Burst[]) =>
  bursts.map(({ event, others }) => `${event.eventName} ×${others.length + 1}`);

/** A list in order of time, newest first, of a few calls and actors, some at the same second. */
const lists: fc.Arbitrary<readonly Event[]> = fc
  .array(
    fc.record({
      after: fc.constantFrom(0, 0, 1, 5, 60, 400, 700),
      name: fc.constantFrom("GetObject", "StopInstances", "AssumeRole"),
      session: fc.constantFrom("alice", "bob"),
      outcome: fc.constantFrom<Event["outcome"]>("success", "success", "denied"),
    }),
    { maxLength: 120 },
  )
  .map((steps) => {
    let seconds = 0;
    return steps.map(({ after, name, session, outcome }, index) => {
      seconds -= after;
      const { actor } = makeEvent();
      const eventId = String(index);
      return eventAt(seconds, { eventId, eventName: name, actor: { ...actor, session }, outcome });
    });
  });

describe("a burst", () => {
  it("is the same call by the same actor, with others in between", () => {
    const stop = eventAt(-3);
    const { bursts } = foldEvents([read(0), read(-2), stop, read(-4)], { most: 50 });
    expect(bursts).toEqual([
      { event: read(0), others: [read(-2), read(-4)] },
      { event: stop, others: [] },
    ]);
  });

  it.each<[string, Partial<Event>]>([
    ["call", { eventName: "StartInstances" }],
    ["service", { eventSource: "rds.amazonaws.com" }],
    ["account", { account: "444455556666" }],
    ["region", { region: null }],
    ["outcome", { outcome: "denied" }],
    ["error", { errorCode: "Throttling" }],
    ["session", { actor: { ...makeEvent().actor, session: "bob" } }],
    ["role", { actor: { ...makeEvent().actor, role: null } }],
    [
      "person behind the role",
      {
        actor: {
          ...makeEvent().actor,
          origin: { kind: "person", name: "bob", grade: "exact", reason: null },
        },
      },
    ],
    ["service that made the call", { actor: { ...makeEvent().actor, via: "cloudformation.amazonaws.com" } }],
  ])("ends where the %s is another", (_what, changes) => {
    expect(foldEvents([eventAt(0), eventAt(0, changes)], { most: 50 }).bursts).toHaveLength(2);
  });

  it("ends after ten minutes, from its first event on", () => {
    const list = [read(0), read(-BURST_SECONDS), read(-BURST_SECONDS - 1), read(-BURST_SECONDS * 2 - 1)];
    expect(sizes(foldEvents(list, { most: 50 }).bursts)).toEqual([
      "DescribeInstances ×2",
      "DescribeInstances ×2",
    ]);
  });

  it("does not go on over a day's end", () => {
    const dayOf = ({ eventTime }: Event) => eventTime.slice(0, 10);
    const list = [read(36_000), read(35_999)];
    expect(sizes(foldEvents(list, { most: 50 }).bursts)).toEqual(["DescribeInstances ×2"]);
    expect(sizes(foldEvents(list, { most: 50, dayOf }).bursts)).toHaveLength(2);
  });

  it("is no more than an event where nothing is folded", () => {
    expect(unfolded([read(0), read(0), read(0)], 2)).toEqual({
      bursts: [
        { event: read(0), others: [] },
        { event: read(0), others: [] },
      ],
      taken: 2,
    });
  });
});

describe("folding", () => {
  const pageSize = fc.integer({ min: 1, max: 8 });

  it("keeps every event once over all pages, in the order of the list", () => {
    fc.assert(
      fc.property(lists, pageSize, (list, most) => {
        const shown: Event[] = [];
        while (shown.length < list.length) {
          const rest = list.slice(shown.length);
          const { bursts, taken } = foldEvents(rest, { most });
          expect(bursts.length).toBeLessThanOrEqual(most);
          const events = bursts.flatMap(({ event, others }) => [event, ...others]);
          shown.push(...events.toSorted((a, b) => Number(a.eventId) - Number(b.eventId)));
          expect(events).toHaveLength(taken);
        }
        expect(shown).toEqual(list);
      }),
    );
  });

  it("fills a page: what is left out would have begun a burst more", () => {
    fc.assert(
      fc.property(lists, pageSize, (list, most) => {
        const { bursts, taken } = foldEvents(list, { most });
        if (taken === list.length) return;
        expect(bursts).toHaveLength(most);
        expect(foldEvents(list.slice(0, taken + 1), { most: 1_000 }).bursts).toHaveLength(most + 1);
      }),
    );
  });

  it("makes as many bursts from either end", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const there = foldEvents(list, { most: 1_000 }).bursts;
        const back = foldEvents(list.toReversed(), { most: 1_000 }).bursts;
        expect(back).toHaveLength(there.length);
      }),
    );
  });

  it("keeps the order of the list within a burst", () => {
    fc.assert(
      fc.property(lists, (list) => {
        for (const { event, others } of foldEvents(list, { most: 1_000 }).bursts) {
          const places = [event, ...others].map(({ eventId }) => Number(eventId));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
