import { expect, it } from "vitest";
import { createEventText } from "#lib/event/event-text.ts";
import { makeEvent } from "#lib/event/testing/make-event.ts";
import { createRowCounter } from "./count-rows.ts";

const EVENTS = ["plain", 'a "quoted" one', "two\r\nlines, and \n more", "ünïcode"].map((userAgent) => ({
  event: makeEvent({ userAgent }),
  record: null,
}));

it.each(["csv", "ndjson"] as const)("counts the rows of %s, wherever the parts are cut", (format) => {
  const text = createEventText(format);
  const bytes = new TextEncoder().encode(text.head + text.part(EVENTS) + text.tail({ count: 4 }));
  for (const size of [1, 2, 7, 64, 100_000]) {
    const counter = createRowCounter(format);
    let rows = 0;
    for (let at = 0; at < bytes.length; at += size) rows = counter.count(bytes.subarray(at, at + size));
    expect(rows).toBe(EVENTS.length);
  }
});

it("counts the events of a JSON document once it has ended", () => {
  for (const events of [[], EVENTS]) {
    const text = createEventText("json");
    const whole = text.head + text.part(events) + text.tail({ count: events.length });
    expect(createRowCounter("json").count(new TextEncoder().encode(whole))).toBe(events.length);
  }
});
