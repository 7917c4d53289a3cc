import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Event } from "#lib/event/event.ts";
import { differenceOf, withDifference } from "#lib/event/event-difference.ts";
import { makeEvent } from "#lib/event/testing/make-event.ts";

const base = makeEvent();
const text = fc.string({ maxLength: 5 });

/** Events near each other: some members are the same, some not. */
const changes: fc.Arbitrary<Partial<Event>> = fc.record(
  {
    eventId: text,
    eventTime: fc.constantFrom(base.eventTime, "2026-11-12T14:31:08Z"),
    eventName: text,
    readOnly: fc.boolean(),
    account: fc.option(text),
    sourceIp: fc.constantFrom(base.sourceIp, null, "198.51.100.8"),
    actor: fc.constantFrom(base.actor, { ...base.actor, accessKeyId: null }),
    resources: fc.array(fc.record({ id: text, type: fc.option(text) }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

it("gives every event back from its difference", () => {
  fc.assert(
    fc.property(changes, changes, (one, other) => {
      const [first, second] = [makeEvent(one), makeEvent(other)];
      const sent = JSON.parse(JSON.stringify(differenceOf(first, second)));
      expect(withDifference(first, sent)).toEqual(second);
    }),
  );
});

it("says only what differs", () => {
  const other = makeEvent({ eventId: "other", sourceIp: null });
  expect(differenceOf(base, other)).toEqual({ eventId: "other", eventTime: base.eventTime, sourceIp: null });
});
