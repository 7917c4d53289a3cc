import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameBook } from "#lib/event/name-book.ts";
import { Names } from "#lib/event/names.ts";
import { accountLines, personLines, readAccountLines, readPersonLines } from "#lib/event/names-text.ts";

const personOf = (session: string, ...rules: readonly (readonly [pattern: string, person: string])[]) =>
  nameBook({ accounts: [], people: rules.map(([pattern, person]) => ({ pattern, person })) }).personOf(
    session,
  );

describe("names", () => {
  it("stand beside the account that they were given to", () => {
    const { accountName } = nameBook({ accounts: [{ account: "123456789012", name: "prod" }], people: [] });
    expect([accountName("123456789012"), accountName("210987654321"), accountName(null)]).toEqual([
      "prod",
      null,
      null,
    ]);
  });

  it.each([
    ["alice@example.com", "alice@example.com", "Alice", "Alice"],
    ["Alice@Example.com", "alice@*", "Alice", "Alice"],
    ["alice.rose@example.com", "*@example.com", "*", "alice.rose"],
    ["ci-42-main", "ci-*-*", "build *", "build 42"],
    ["ab", "a*b", "*", ""],
    ["ab", "ab*b", "x", null],
    ["bob", "alice", "Alice", null],
    ["a(b", "a(*", "x", "x"],
  ])("%s by %s = %s is %s", (session, pattern, person, expected) => {
    expect(personOf(session, [pattern, person])).toBe(expected);
  });

  it("come from the first rule that fits", () => {
    expect(personOf("alice-2", ["bob*", "Bob"], ["alice*", "Alice"], ["*2", "Two"])).toBe("Alice");
  });

  it("are found whatever the pattern: a reader that goes back would not end", () => {
    expect(personOf("a".repeat(64), [`${"a*".repeat(60)}b`, "x"])).toBeNull();
  });
});

describe("lines of names", () => {
  it("are read as people write them", () => {
    const text = `# ours\n123456789012 = prod\r\n1234-5678-9013,"dev, old"\n\n123456789014\tlogs\n123456789014 = archive`;
    expect(readAccountLines(text)).toEqual({
      items: [
        { account: "123456789012", name: "prod" },
        { account: "123456789013", name: "dev, old" },
        { account: "123456789014", name: "archive" },
      ],
      problems: [],
    });
  });

  it("may be what ListAccounts answers", () => {
    const json = JSON.stringify({ Accounts: [{ Id: "123456789012", Name: "prod", Status: "ACTIVE" }] });
    expect(readAccountLines(json).items).toEqual([{ account: "123456789012", name: "prod" }]);
    expect(readAccountLines("[1]").problems).toHaveLength(1);
    expect(readAccountLines("{").problems).toEqual([
      { line: 1, message: "This begins like JSON, but is none." },
    ]);
  });

  it("name the line that is wrong", () => {
    expect(readAccountLines("123456789012 = a\nprod = 123456789012").problems).toEqual([
      { line: 2, message: "An account is a number of twelve digits." },
    ]);
    expect(readPersonLines("* = everybody\nalice").problems.map(({ line }) => line)).toEqual([1, 2]);
  });

  it("give back what they were written from", () => {
    const account = fc.record({
      account: fc.stringMatching(/^\d{12}$/),
      name: fc.stringMatching(/^[a-z][a-z =,]{0,20}[a-z]$/),
    });
    const person = fc.record({
      pattern: fc.stringMatching(/^[a-z][a-z@*.]{0,20}$/),
      person: fc.stringMatching(/^[A-Z][a-z ]{0,10}[a-z]$/),
    });
    const names = fc.record({
      accounts: fc.uniqueArray(account, { selector: (one) => one.account }),
      people: fc.uniqueArray(person, { selector: (one) => one.pattern }),
    });
    fc.assert(
      fc.property(names, (given) => {
        expect(readAccountLines(accountLines(given)).items).toEqual(given.accounts);
        expect(readPersonLines(personLines(given)).items).toEqual(given.people);
        expect(Names.safeParse(given).success).toBe(true);
      }),
    );
  });
});
