import { describe, expect, it } from "vitest";
import { makeEvent } from "#lib/event/testing/make-event.ts";
import {
  NOTHING_PICKED,
  type PickRow,
  pickedOf,
  pickRange,
  type Selection,
  toggleAll,
  toggleRow,
} from "./selection.ts";

const event = (eventId: string) => makeEvent({ eventId });
const row = (id: string, ...ids: readonly string[]): PickRow => ({ id, events: ids.map(event) });

/** The second is a burst of three. */
const ROWS = [row("a", "1"), row("b", "2", "3", "4"), row("c", "5"), row("d", "6")];
const [a = row(""), b = row(""), c = row("")] = ROWS;

const ids = ({ picked }: Selection) => [...picked.values()].map(({ eventId }) => eventId).join("");

describe("a selection", () => {
  it("takes a row, with all events of a burst, and gives it up", () => {
    const taken = toggleRow(toggleRow(NOTHING_PICKED, a), b);
    expect(ids(taken)).toBe("1234");
    expect(ids(toggleRow(taken, b))).toBe("1");
  });

  it("completes a burst of which some are taken, before it gives it up", () => {
    const some = toggleRow(NOTHING_PICKED, row("b3", "3"));
    expect(pickedOf(some, b.events)).toBe("some");
    expect(pickedOf(toggleRow(some, b), b.events)).toBe("all");
    expect(pickedOf(toggleRow(toggleRow(some, b), b), b.events)).toBe("none");
  });

  it("reaches from the row last marked to another, either way, and again from the same", () => {
    const start = toggleRow(NOTHING_PICKED, b);
    expect(ids(pickRange(start, ROWS, "d"))).toBe("23456");
    expect(ids(pickRange(start, ROWS, "a"))).toBe("2341");
    expect(ids(pickRange(pickRange(start, ROWS, "c"), ROWS, "d"))).toBe("23456");
  });

  it("takes one row where there is nothing to reach from, as after a page was turned", () => {
    expect(ids(pickRange(NOTHING_PICKED, ROWS, "c"))).toBe("5");
    expect(ids(pickRange(toggleRow(NOTHING_PICKED, row("gone", "9")), ROWS, "c"))).toBe("95");
    expect(ids(pickRange(toggleRow(NOTHING_PICKED, c), ROWS, "gone"))).toBe("5");
  });

  it("takes all rows of the page, then none of them, and leaves those of other pages", () => {
    const other = toggleRow(NOTHING_PICKED, row("x", "9"));
    expect(ids(toggleAll(other, ROWS))).toBe("9123456");
    expect(ids(toggleAll(toggleAll(other, ROWS), ROWS))).toBe("9");
  });

  it("tells apart one event that was delivered to two accounts", () => {
    const twice = ["111122223333", "444455556666", null].map((account) => makeEvent({ account }));
    expect(toggleRow(NOTHING_PICKED, { id: "twice", events: twice }).picked.size).toBe(3);
  });
});
