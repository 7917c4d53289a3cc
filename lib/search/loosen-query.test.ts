import { describe, expect, it } from "vitest";
import { findingAny, onlyEach, withoutEach } from "#lib/search/loosen-query.ts";
import { parseClauses, parseQuery } from "#lib/search/parse-query.ts";

const without = (q: string) => withoutEach(q, parseClauses(q));
const only = (q: string) => onlyEach(q, parseClauses(q));
const texts = (queries: ReturnType<typeof without>) => queries.map(({ text, q }) => [text, q]);

describe("a query that asks for less", () => {
  it("leaves each condition out, and the others as typed", () => {
    expect(texts(without("who  stopped i-07"))).toEqual([
      ["who", "stopped i-07"],
      ["stopped", "who i-07"],
      ["i-07", "who  stopped"],
    ]);
    expect(texts(without('event:(A OR B) AND -error:* "a b"'))).toEqual([
      ["event:(A OR B)", '-error:* "a b"'],
      ["-error:*", 'event:(A OR B) AND "a b"'],
      ['"a b"', "event:(A OR B) AND -error:*"],
    ]);
  });

  it("means by its condition what its text means", () => {
    for (const q of ["who stopped i-07", "(a b) c", "a AND (b OR c) NOT d", "a\\ b c"]) {
      for (const query of [...without(q), ...only(q)]) expect(parseQuery(query.q).where).toEqual(query.where);
    }
  });

  it("keeps each condition alone where there are three or more", () => {
    expect(only("a b")).toEqual([]);
    expect(texts(only("a -b (c OR d)"))).toEqual([
      ["a", "a"],
      ["-b", "-b"],
      ["(c OR d)", "(c OR d)"],
    ]);
  });

  it("is none for one condition, for alternatives, and for what cannot be read", () => {
    for (const q of ["", "a", "actor:alice", "a OR b c", "a b (", "(a b"]) expect(without(q)).toEqual([]);
  });

  it("looks at the first five conditions", () => {
    expect(without("a b c d e f g").map(({ text }) => text)).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("is offered where it finds something, the fewest first", () => {
    const counts = [{ count: 900, exact: false }, null, { count: 0, exact: true }, { count: 3, exact: true }];
    const offered = findingAny(without("a b c d"), counts);
    expect(offered.map(({ text, count }) => [text, count.count])).toEqual([
      ["d", 3],
      ["a", 900],
    ]);
    const twice = { count: 2, exact: true };
    expect(findingAny(without("a a"), [twice, twice])).toHaveLength(1);
  });
});
