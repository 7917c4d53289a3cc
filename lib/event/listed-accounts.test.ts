import { expect, it } from "vitest";
import { withListed } from "#lib/event/listed-accounts.ts";
import { nameBook } from "#lib/event/name-book.ts";

const listed = (account: string, name: string) => ({
  account,
  name,
  source: "s3://trail",
  listedAt: "2026-11-27T00:00:00.000Z",
});

it("listed names are taken for accounts that nobody named, and for no other", () => {
  const given = { accounts: [{ account: "111122223333", name: "prod" }], people: [] };
  const names = withListed(given, [listed("111122223333", "production"), listed("444455556666", "sandbox")]);
  const { accountName } = nameBook(names);
  expect(accountName("111122223333")).toBe("prod");
  expect(accountName("444455556666")).toBe("sandbox");
  expect(withListed(given, [])).toEqual(given);
});
