import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "#lib/event/fields.ts";
import { formatQuery } from "#lib/search/format-query.ts";
import { matchesRecord } from "#lib/search/match.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import { arbitraryCondition } from "#lib/search/testing/arbitrary-condition.ts";
import { withoutField } from "#lib/search/without-field.ts";

describe("a search without one field's conditions", () => {
  it.each([
    ["event:A", ""],
    ["event:A service:iam", "service:iam"],
    ["-event:A service:iam event:(B OR C)", "service:iam"],
    ["-event:(A OR B) is:write", "is:write"],
    ["event:* user:x", "user:x"],
    ["event:A OR service:iam", "event:A OR service:iam"],
    ["(event:A OR user:x) service:iam", "(event:A OR user:x) service:iam"],
    ["role:x eventName", "role:x eventName"],
    ["", ""],
  ])("%s becomes %s", (before, after) => {
    const where = withoutField(parseQuery(before).where, "event");
    expect(formatQuery(where)).toBe(formatQuery(parseQuery(after).where));
  });

  it("finds all that the search finds", () => {
    const field = fc.constantFrom(...FIELDS.map(({ id }) => id));
    const record = fc.array(
      fc.record({ path: field.map((id) => `@${id}`), value: fc.constantFrom("a", "ab", "B") }),
    );
    fc.assert(
      fc.property(arbitraryCondition, field, record, (where, id, terms) => {
        return !matchesRecord(where, terms, "x") || matchesRecord(withoutField(where, id), terms, "x");
      }),
    );
  });
});
