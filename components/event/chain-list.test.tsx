import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Chain, Hop } from "#lib/event/chain.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import { ChainList } from "./chain-list.tsx";
import { linksOf } from "./view.ts";

const HOP: Hop = {
  principal: { kind: "person", name: "marek", account: null, arn: null, principalId: null },
  role: "OpsAdmin",
  roleArn: null,
  session: "maint",
  key: "ASIAIOSFODNN7EXAMPLE",
  sessionId: null,
  account: null,
  signIn: null,
  mfa: null,
  sourceIdentity: null,
  onBehalfOf: null,
  grade: "exact",
  provedBy: { eventId: "id-1", eventTime: "2026-11-12T14:31:07Z", eventName: "AssumeRole" },
};

const CHAIN: Chain = {
  origin: { kind: "person", name: "marek", person: null, account: null, grade: "exact", reason: null },
  hops: [HOP, { ...HOP, key: "ASIAI44QH8DHBEXAMPLE" }],
  keyMadeBy: null,
};

describe("how a credential came to be", () => {
  it("leads to events, actors, roles and keys in the reader's zone", () => {
    const links = linksOf({ ...DEFAULT_VIEW, tz: "Europe/Berlin" }, "Europe/Berlin");
    const html = renderToStaticMarkup(<ChainList chain={CHAIN} links={links} />);
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
    expect(hrefs).toContain("/events/id-1?tz=Europe/Berlin");
    expect(hrefs).toContain("/actors/OpsAdmin?kind=role&tz=Europe/Berlin");
    expect(hrefs.filter((href) => !href.endsWith("tz=Europe/Berlin"))).toEqual([]);
  });

  it("says among an event's facts how certain a link is in words, with handles for names and a way to each session", () => {
    const links = linksOf(DEFAULT_VIEW, "UTC");
    const html = renderToStaticMarkup(<ChainList chain={CHAIN} links={links} isCompact />);
    expect(html).toContain("proved by the key that was issued");
    const handles = [...html.matchAll(/data-handle="([^"]*)" data-value="([^"]*)"/g)];
    expect(handles.map(([, field, value]) => `${field}:${value}`)).toEqual([
      "actor:marek",
      "role:OpsAdmin",
      "actor:marek",
      "role:OpsAdmin",
    ]);
    expect(html).toContain('href="/sessions/ASIAIOSFODNN7EXAMPLE"');
    expect(html).toContain('href="/sessions/ASIAI44QH8DHBEXAMPLE"');
  });

  it("does not lead to an event that is no longer kept", () => {
    const proof = { eventId: "id-1", eventTime: "2026-11-12T14:31:07Z", eventName: "AssumeRole" };
    const gone: Chain = { ...CHAIN, hops: [HOP, { ...HOP, provedBy: { ...proof, isGone: true } }] };
    const html = renderToStaticMarkup(<ChainList chain={gone} links={linksOf(DEFAULT_VIEW, "UTC")} />);
    expect(html).toContain("no longer kept");
    expect(html.match(/href="\/events\/id-1/g)).toHaveLength(1);
  });
});
