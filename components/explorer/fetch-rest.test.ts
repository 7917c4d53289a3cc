import { afterEach, describe, expect, it, vi } from "vitest";
import type { Event } from "#lib/event/event.ts";
import { makeEvent } from "#lib/event/testing/make-event.ts";
import { DEFAULT_VIEW, type View } from "#lib/search/view-url.ts";
import { fetchRest } from "./fetch-rest.ts";

const at = (clock: string): Event =>
  makeEvent({ eventId: `at ${clock}`, eventTime: `2026-11-16T${clock}Z`, eventName: "Decrypt" });

/** The route as far as time goes: from is part of a span, to is not. */
function answerFrom(events: readonly Event[]): readonly string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (href: string) => {
    asked.push(href);
    const { searchParams } = new URL(href, "http://localhost");
    const [from, to] = ["from", "to"].map((name) => Date.parse(searchParams.get(name) ?? ""));
    if (from === undefined || to === undefined || !(from < to)) return Response.json({}, { status: 400 });
    const found = events.filter(({ eventTime }) => {
      const time = Date.parse(eventTime);
      return time >= from && time < to;
    });
    return Response.json({ events: found, nextCursor: null });
  });
  return asked;
}

async function restOf(view: Partial<View>, first: string, last: string): Promise<readonly string[]> {
  const { events } = await fetchRest(
    { ...DEFAULT_VIEW, ...view },
    { event: at(first), others: [at(last)] },
    { cursor: null, dayOf: () => "", signal: new AbortController().signal },
  );
  return events.map(({ eventId }) => eventId);
}

const ALL = ["13:57:00", "13:59:59", "14:00:00", "14:03:00", "14:05:00", "14:14:59", "14:15:00"].map(at);

describe("what of a burst lies behind its page", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("is what a burst may last, where the view has no bounds", async () => {
    answerFrom(ALL);
    expect(await restOf({}, "14:05:00", "14:04:00")).toEqual([
      "at 13:57:00",
      "at 13:59:59",
      "at 14:00:00",
      "at 14:03:00",
    ]);
  });

  it("lies within the time of the view, newest first", async () => {
    answerFrom(ALL);
    const view = { from: "2026-11-16T14:00", to: "2026-11-16T15:00" };
    expect(await restOf(view, "14:05:00", "14:04:00")).toEqual(["at 14:00:00", "at 14:03:00"]);
  });

  it("lies within the time of the view, oldest first", async () => {
    answerFrom(ALL);
    const view = { to: "2026-11-16T14:14:59Z", order: "asc" as const };
    expect(await restOf(view, "14:05:00", "14:06:00")).toEqual([]);
  });

  it("is nothing where a time that moves has left the burst behind, and nobody is asked", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-11-16T15:05:00Z") });
    const asked = answerFrom(ALL);
    expect(await restOf({ from: "now-1h" }, "14:04:30", "14:03:00")).toEqual([]);
    expect(asked).toEqual([]);
  });
});
