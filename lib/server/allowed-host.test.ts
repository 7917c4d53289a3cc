import { describe, expect, it } from "vitest";
import { isAllowedHost } from "#lib/server/allowed-host.ts";

const own = { listen: "127.0.0.1", names: ["Waymark.example.com"] };

describe("a server on its own machine", () => {
  it.each([
    "localhost:3000",
    "127.0.0.1:3000",
    "127.0.0.1",
    "[::1]:3000",
    "LOCALHOST",
    "waymark.example.com",
  ])("answers to %s", (host) => expect(isAllowedHost(host, own)).toBe(true));

  it.each(["evil.example", "localhost.evil.example:3000", "127.0.0.1.nip.example", "", null])(
    "does not answer to %s",
    (host) => expect(isAllowedHost(host, own)).toBe(false),
  );
});

it("a server that was opened to others answers to any name", () => {
  expect(isAllowedHost("waymark.internal", { listen: "0.0.0.0", names: [] })).toBe(true);
});
