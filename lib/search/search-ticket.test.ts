import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTicket, writeTicket } from "#lib/search/search-ticket.ts";

const TICKET = { tab: "0a1b2c3d4e5f6789", step: 12 };
const QUERY = "q=is:write&from=now-7d";

describe("a ticket", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]{1,32}$/),
        fc.nat({ max: 999_999_999 }),
        fc.string(),
        (tab, step, query) => {
          expect(readTicket(writeTicket({ tab, step }, query), query)).toEqual({ tab, step });
        },
      ),
    );
  });

  it("is one for its own query only", () => {
    const text = writeTicket(TICKET, QUERY);
    expect(readTicket(text, "q=is:read&from=now-7d")).toBeNull();
    expect(readTicket(text, "")).toBeNull();
  });

  it("needs no characters that a cookie cannot have", () => {
    expect(writeTicket(TICKET, "q=ü; x\r\n")).toMatch(/^[a-z0-9.]+$/);
  });
});

describe("anybody may have written a cookie", () => {
  const mark = writeTicket(TICKET, QUERY).split(".")[2];

  it.each([
    "",
    ".",
    "..",
    `.1.${mark}`,
    `tab..${mark}`,
    `tab.01.${mark}`,
    `tab.-1.${mark}`,
    `tab.1e3.${mark}`,
    `tab.1234567890.${mark}`,
    `TAB.1.${mark}`,
    `__proto__.1.${mark}`,
    `${"a".repeat(33)}.1.${mark}`,
    `tab.1.${mark}.more`,
    "tab.1.",
    "tab.1",
  ])("%j is no ticket", (text) => {
    expect(readTicket(text, QUERY)).toBeNull();
  });

  it("any text is read, or refused, without an error", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, query) => {
        readTicket(text, query);
      }),
    );
  });
});
