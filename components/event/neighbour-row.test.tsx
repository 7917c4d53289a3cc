import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Actor, Event } from "#lib/event/event.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import { NeighbourRow } from "./neighbour-row.tsx";
import { linksOf } from "./view.ts";

const PORTAL: Actor = {
  kind: "person",
  name: "92670a7b-1111-4222-8333-444455556666",
  role: null,
  session: null,
  arn: null,
  accessKeyId: null,
  via: null,
};

const EVENT: Event = {
  eventId: "3b08722d-d5aa-4b8d-b257-792952e7cc6d",
  eventTime: "2026-11-16T03:12:07Z",
  eventName: "AttachVolume",
  eventSource: "ec2.amazonaws.com",
  readOnly: false,
  category: "Management",
  account: "444455556666",
  region: "eu-west-1",
  actor: PORTAL,
  sourceIp: null,
  userAgent: null,
  outcome: "success",
  errorCode: null,
  severities: [],
  resources: [],
  origin: "the trail",
};

const named = (...ids: readonly string[]) => ids.map((id) => ({ id, type: null }));

/** The words of a row, part by part. */
function partsOf(other: Partial<Event>, event: Partial<Event> = {}): readonly string[] {
  const html = renderToStaticMarkup(
    <NeighbourRow
      event={{ ...EVENT, ...event }}
      other={{ ...EVENT, eventId: "0d1d9f2c-0000-4000-8000-000000000000", ...other }}
      view={DEFAULT_VIEW}
      links={linksOf(DEFAULT_VIEW, "UTC")}
      open={(id) => `/events/${id}`}
    />,
  );
  return [
    ...html.matchAll(
      /<span class="_?(who|resource)[^"]*">(.*?)<\/span>(?=<span class="_?resource|<a class="_?compare)/g,
    ),
  ].map(([, , words = ""]) => words.replace(/<[^>]*>/g, ""));
}

describe("an event near another", () => {
  it("names the thing that both are about first, and counts the others", () => {
    const [, resource] = partsOf(
      { resources: named("i-1", "vol-1", "sda1") },
      { resources: named("VOL-1", "i-2") },
    );
    expect(resource).toBe("vol-1+2");
  });

  it("names the first that the event names, where they share several", () => {
    expect(partsOf({ resources: named("a", "b") }, { resources: named("b", "a") })[1]).toBe("b+1");
  });

  it("names its own first thing where they share none, and nothing where it has none", () => {
    expect(partsOf({ resources: named("i-1") }, { resources: named("i-2") })[1]).toBe("i-1");
    expect(partsOf({}, { resources: named("i-2") })[1]).toBe("");
  });

  it("names whoever is behind it, with the roles between, as far as that is known", () => {
    const origin = { kind: "person", name: "marek.novak@example.com", grade: "exact", reason: null } as const;
    expect(partsOf({ actor: { ...PORTAL, origin, path: [] } })[0]).toBe("marek.novak@example.com");
    const role: Actor = { ...PORTAL, kind: "role", name: "OpsAdmin", role: "OpsAdmin", session: "maint" };
    expect(partsOf({ actor: { ...role, origin, path: ["PowerUser", "OpsAdmin"] } })[0]).toBe(
      "marek.novak@example.com → PowerUser → OpsAdmin",
    );
    expect(partsOf({ actor: role })[0]).toBe("OpsAdmin");
    const unknown = { kind: "unknown", name: "OpsAdmin", grade: "exact", reason: "ambiguous" } as const;
    expect(partsOf({ actor: { ...role, origin: unknown, path: ["OpsAdmin"] } })[0]).toBe("OpsAdmin");
  });
});
