import { isIPv4, isIPv6 } from "node:net";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatAddress,
  formatRange,
  isInRange,
  looksLikeRange,
  parseAddress,
  parseRange,
} from "#lib/search/ip-range.ts";

const isIn = (address: string, range: string) => {
  const parsed = parseAddress(address);
  const within = parseRange(range);
  if (parsed === null || "wrong" in within) throw new Error(`${address} or ${range} was not read`);
  return isInRange(parsed, within);
};

describe("parseAddress", () => {
  it("reads what Node reads, and writes it so that it reads the same again", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ unit: fc.constantFrom(..."0129af:.") })),
        (text) => {
          const address = parseAddress(text);
          expect(address !== null).toBe(isIPv4(text) || isIPv6(text));
          if (address !== null) expect(parseAddress(formatAddress(address))).toEqual(address);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["0.0.0.0", "0.0.0.0"],
    ["255.255.255.255", "255.255.255.255"],
    ["::", "::"],
    ["::1", "::1"],
    ["2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
    ["fe80::", "fe80::"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::FFFF:c000:201", "192.0.2.1"],
    ["64:ff9b::192.0.2.1", "64:ff9b::c000:201"],
  ])("reads %s as %s", (text, canonical) => {
    const address = parseAddress(text);
    expect(address === null ? null : formatAddress(address)).toBe(canonical);
  });

  it.each([
    "",
    "AWS Internal",
    "ec2.amazonaws.com",
    "10.0.0",
    "10.0.0.256",
    "010.0.0.1",
    "1:2",
    ":::",
    "1::2::3",
    "::g",
    "[::1]",
    "fe80::1%eth0",
    "1.2.3.4:80",
    "192.0.2.1::",
    "::1.2.3.4:5",
  ])("refuses %j", (text) => {
    expect(parseAddress(text)).toBeNull();
  });
});

describe("parseRange", () => {
  it.each([
    ["10.1.2.3/8", "10.0.0.0/8"],
    ["192.0.2.1/32", "192.0.2.1/32"],
    ["1.2.3.4/0", "0.0.0.0/0"],
    ["2001:db8:ffff::/32", "2001:db8::/32"],
    ["::ffff:10.9.9.9/104", "10.0.0.0/8"],
    ["::/0", "::/0"],
  ])("reads %s as %s", (text, canonical) => {
    const range = parseRange(text);
    expect("wrong" in range ? range.wrong : formatRange(range)).toBe(canonical);
  });

  it.each([
    "10.0.0.0",
    "10.0.0.0/",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/8/8",
    "10.0.0/8",
    "::/129",
    "x/8",
    "1.2.3.4/ 8",
  ])("says what is wrong with %j", (text) => {
    expect(parseRange(text)).toEqual({ wrong: expect.stringContaining(text) });
  });
});

describe("isInRange", () => {
  it.each([
    ["10.255.255.255", "10.0.0.0/8", true],
    ["11.0.0.0", "10.0.0.0/8", false],
    ["192.0.2.1", "192.0.2.1/32", true],
    ["192.0.2.2", "192.0.2.1/32", false],
    ["8.8.8.8", "0.0.0.0/0", true],
    ["::ffff:10.0.0.1", "10.0.0.0/8", true],
    ["10.0.0.1", "::/0", false],
    ["2001:db8::1", "2001:db8::/32", true],
    ["2001:db9::1", "2001:db8::/32", false],
  ])("%s in %s: %s", (address, range, expected) => {
    expect(isIn(address, range)).toBe(expected);
  });

  it("holds for every address and its own range of any length", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), fc.integer({ min: 0, max: 32 }), (address, prefix) => {
        const range = parseRange(`${address}/${prefix}`);
        const parsed = parseAddress(address);
        if ("wrong" in range || parsed === null) throw new Error(address);
        expect(isInRange(parsed, range)).toBe(parsed.version === range.network.version);
      }),
    );
  });
});

describe("looksLikeRange", () => {
  it.each([
    ["10.0.0.0/8", true],
    ["2001:db8::/x", true],
    ["10.0.0/8", true],
    ["AWS Internal/3", false],
    ["10.0.0.1", false],
  ])("%s: %s", (text, expected) => {
    expect(looksLikeRange(text)).toBe(expected);
  });
});
