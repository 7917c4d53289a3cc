import { expect, it } from "vitest";
import { unreadablePath, unstorableParameters } from "#app/refuse-address.ts";

it.each([
  ["/events/%", /percent sign/],
  ["/actors/%E0%A4%A", /percent sign/],
  // UTF-8 has no surrogates: what spells one is no text.
  ["/actors/%ED%A0%80", /percent sign/],
  ["/actors/%00", /NUL/],
  ["/resources/a/b%00c", /NUL/],
])("refuses %s", (path, why) => {
  expect(unreadablePath(path)).toMatch(why);
});

it.each(["/", "/actors/anna%20%F0%9F%98%80", "/resources/arn%3Aaws%3As3%3A%3A%3Aa", "/actors/%2500"])(
  "reads %s",
  (path) => expect(unreadablePath(path)).toBeNull(),
);

it("names each parameter with a NUL once, but for the query, which says where it is", () => {
  const given = new URLSearchParams("q=a%00&from=now&search=%00&search=%00&type=a%00b&%00=");
  expect(unstorableParameters(given).map(({ parameter }) => parameter)).toEqual(["search", "type"]);
  expect(unstorableParameters(new URLSearchParams("search=%2500&prefix=%ED%A0%80"))).toEqual([]);
});
