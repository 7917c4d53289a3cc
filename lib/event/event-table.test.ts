import { expect, it } from "vitest";
import { textWidth } from "#lib/base/text-width.ts";
import { layOutTable, tableHeader, tableRow } from "#lib/event/event-table.ts";
import type { ActorOrigin } from "#lib/event/origin.ts";
import { makeEvent } from "#lib/event/testing/make-event.ts";

const WIDTHS = [40, 60, 80, 100, 120, 160, 200, 300];

it.each(WIDTHS)("fits into %i cells", (cells) => {
  const layout = layOutTable(cells);
  const long = makeEvent({
    eventName: "E".repeat(400),
    outcome: "denied",
    errorCode: "Client.UnauthorizedOperation.OfSomeVeryLongName",
    resources: [{ id: "李".repeat(300), type: null }],
    sourceIp: "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
  });
  expect(textWidth(tableHeader(layout))).toBeLessThanOrEqual(cells);
  expect(textWidth(tableRow(layout, long))).toBeLessThanOrEqual(cells);
});

it("shows more columns the wider the terminal is, and never fewer than time and event", () => {
  const counts = WIDTHS.map((cells) => layOutTable(cells).length);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(layOutTable(10).map(({ id }) => id)).toEqual(["time", "event"]);
  expect(layOutTable(80).map(({ id }) => id)).toEqual(["time", "event", "who", "outcome", "resource"]);
  expect(layOutTable(300)).toHaveLength(10);
});

it("puts every value under its label", () => {
  const layout = layOutTable(300);
  const header = tableHeader(layout);
  const row = tableRow(layout, makeEvent({ outcome: "denied", errorCode: "AccessDenied" }));
  const under = (label: string) => row.slice(header.indexOf(label)).split("  ", 1)[0];
  expect(under("Time")).toBe("2026-11-12 14:31:07");
  expect(under("Event")).toBe("StopInstances");
  expect(under("Service")).toBe("ec2");
  expect(under("Who")).toBe("ProdAdmin/alice");
  expect(under("Outcome")).toBe("denied AccessDenied");
  expect(under("Resource")).toBe("i-0abc");
  expect(under("Event id")).toBe("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
});

it("names whoever is behind a role before the role, where that is known and another", () => {
  const { actor } = makeEvent();
  const known = { kind: "person", name: "alice@example.com", grade: "exact", reason: null } as const;
  const who = (origin: ActorOrigin) =>
    tableRow(layOutTable(300), makeEvent({ actor: { ...actor, name: "ProdAdmin", origin } }));
  expect(who(known)).toContain("alice@example.com → ProdAdmin ");
  expect(who({ ...known, name: "ProdAdmin" })).not.toContain("→");
  expect(who({ ...known, kind: "unknown", reason: "no-issuing-event" })).not.toContain("→");
});

it("leaves whoever is behind a role fifteen characters in a terminal of 80 cells", () => {
  const origin = { kind: "person", name: "marek.novak@example.com", grade: "exact", reason: null } as const;
  const event = makeEvent({ actor: { ...makeEvent().actor, name: "OpsAdmin", origin } });
  expect(tableRow(layOutTable(80), event)).toContain("marek.novak@exa");
});

it("keeps success quiet, and counts further resources", () => {
  const several = makeEvent({ resources: ["a", "b", "c"].map((id) => ({ id, type: null })) });
  const row = tableRow(layOutTable(200), several);
  expect(row).not.toContain("success");
  expect(row).toContain("a +2");
});

it("lets nothing of a record act on the terminal", () => {
  const hostile = makeEvent({
    eventName: "\u001b]0;owned\u0007Stop",
    actor: { ...makeEvent().actor, name: "\u202eecila\nforged row" },
    sourceIp: "\u009b2J",
  });
  const row = tableRow(layOutTable(400), hostile);
  expect(row).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(row).toContain("\\u001b]0;owned\\u0007Stop");
  expect(row).toContain("\\u202eecila\\nforged row");
});
