import { describe, expect, it } from "vitest";
import { makeEvent } from "#lib/event/testing/make-event.ts";
import { neighbourhoodsOf } from "#lib/search/neighbourhoods.ts";
import { parseQuery } from "#lib/search/parse-query.ts";

const { actor } = makeEvent();
const searchesOf = (event = makeEvent()) =>
  Object.fromEntries(neighbourhoodsOf(event).map(({ kind, q }) => [kind, q]));

describe("what lies around an event", () => {
  it("is its session by ARN, its resource, its actor's other sessions, and its account", () => {
    expect(searchesOf()).toEqual({
      session: "principal:arn:aws:sts::111122223333:assumed-role/ProdAdmin/alice",
      resource: "resource:i-0abc",
      actor:
        "actor:ProdAdmin/alice account:111122223333 -principal:arn:aws:sts::111122223333:assumed-role/ProdAdmin/alice",
      account: "account:111122223333",
    });
  });

  it("is what the same key did, for a user", () => {
    const alice = { ...actor, kind: "person", name: "alice", role: null, session: null } as const;
    expect(searchesOf(makeEvent({ actor: alice }))).toMatchObject({
      session: "key:ASIAEXAMPLE",
      actor: "actor:alice -key:ASIAEXAMPLE",
    });
  });

  it("is what the person behind the session did in others, where the chain leads to one", () => {
    const origin = { kind: "person", name: "marek", grade: "exact", reason: null } as const;
    expect(searchesOf(makeEvent({ actor: { ...actor, origin } }))["actor"]).toMatch(
      /^actor:marek -principal:/,
    );
  });

  it("leaves out what the event does not have, and what services do all day", () => {
    const ebs = {
      ...actor,
      kind: "service",
      name: "ebs.amazonaws.com",
      session: null,
      accessKeyId: null,
    } as const;
    expect(searchesOf(makeEvent({ actor: ebs, resources: [], account: null }))).toEqual({});
    expect(searchesOf(makeEvent({ resources: [{ id: "x".repeat(501), type: null }] }))).not.toHaveProperty(
      "resource",
    );
  });

  it("reaches equally far before and after, to the second", () => {
    const around = neighbourhoodsOf(makeEvent()).find(({ kind }) => kind === "account");
    expect(around).toMatchObject({ from: "2026-11-12T14:26:07Z", to: "2026-11-12T14:36:08Z" });
  });

  it("can be read as a query, whatever the values", () => {
    for (const value of ['a"b', "(", "x OR y", "-", "*", "\\", "a b:c"]) {
      const odd = makeEvent({
        account: value,
        resources: [{ id: value, type: null }],
        actor: { ...actor, name: value, arn: value },
      });
      for (const { q } of neighbourhoodsOf(odd)) expect(parseQuery(q).problems).toEqual([]);
    }
  });
});
