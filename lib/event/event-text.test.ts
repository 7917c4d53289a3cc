import { describe, expect, it } from "vitest";
import { createEventText, type TextFormat } from "#lib/event/event-text.ts";
import { makeEvent } from "#lib/event/testing/make-event.ts";

const EVENT = makeEvent({ userAgent: "evil\u001b[31m\u202e" });
const ONE = { event: EVENT, record: null };

function whole(format: TextFormat, parts: readonly (readonly (typeof ONE)[])[], rest = { count: 0 }): string {
  const text = createEventText(format);
  return text.head + parts.map(text.part).join("") + text.tail(rest);
}

describe("JSON", () => {
  it("is one document, however the events come", () => {
    for (const parts of [[], [[]], [[ONE]], [[ONE, ONE], [], [ONE]]]) {
      const count = parts.flat().length;
      expect(JSON.parse(whole("json", parts, { count }))).toEqual({
        events: Array(count).fill(EVENT),
        count,
      });
    }
  });

  it("is broken where its end is missing", () => {
    const text = createEventText("json");
    expect(() => JSON.parse(text.head + text.part([ONE]))).toThrow();
  });
});

describe("NDJSON", () => {
  it("is one event a line, with nothing that a terminal obeys", () => {
    const lines = whole("ndjson", [[ONE], [ONE]])
      .trimEnd()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([EVENT, EVENT]);
    expect(lines[0]).not.toContain("\u001b");
  });

  it("carries the record token for token", () => {
    const record = '{"n":12345678901234567890,"n":1.0,"a":"\\u0041"}';
    const line = createEventText("ndjson").part([{ event: EVENT, record }]);
    expect(line).toContain(`"record":${record}}`);
    expect(JSON.parse(line)).toMatchObject({ eventId: EVENT.eventId, record: { a: "A" } });
  });
});

describe("CSV", () => {
  it("has its header even without events, and a byte order mark only if wanted", () => {
    expect(whole("csv", [])).toMatch(/^eventTime,eventId,[\w,]+\r\n$/);
    expect(createEventText("csv", { mark: true }).head).toMatch(/^\ufeffeventTime/);
  });
});
