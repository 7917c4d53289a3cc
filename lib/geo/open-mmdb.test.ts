import { describe, expect, it } from "vitest";
import { type NetworkFile, openMmdb } from "#lib/geo/open-mmdb.ts";
import { type MmdbOptions, type MmdbValue, writeMmdb } from "#lib/geo/testing/write-mmdb.ts";
import { parseAddress } from "#lib/search/ip-range.ts";

function open(content: Buffer): NetworkFile {
  const file = openMmdb(content);
  if ("wrong" in file) throw new Error(file.wrong);
  return file;
}

function find(content: Buffer, text: string) {
  const address = parseAddress(text);
  if (address === null) throw new Error(`${text} is no address`);
  return open(content).find(address);
}

/** What a file with this one record tells. */
function facts(record: MmdbValue) {
  return find(writeMmdb({ type: "Any", networks: [["198.51.100.0/24", record]] }), "198.51.100.7");
}

const SWEDEN = { country: { iso_code: "SE", names: { en: "Sweden", de: "Schweden" } } };
const NORWAY = { country: { iso_code: "NO", names: { en: "Norway" } } };
const SE = { code: "SE", name: "Sweden" };
const NETWORKS: MmdbOptions["networks"] = [
  ["198.51.100.0/24", SWEDEN],
  ["198.51.100.128/25", NORWAY],
  ["2001:db8::/32", SWEDEN],
];

describe("a file of networks", () => {
  it.each([24, 28, 32] as const)(
    "is read with records of %i bits: the narrowest network tells",
    (recordSize) => {
      const content = writeMmdb({ type: "Test-Country", networks: NETWORKS, recordSize });
      expect(open(content).type).toBe("Test-Country");
      const code = (text: string) => find(content, text)?.country?.code ?? null;
      expect(code("198.51.100.7")).toBe("SE");
      expect(code("198.51.100.200")).toBe("NO");
      expect(code("::ffff:198.51.100.200")).toBe("NO");
      expect(code("2001:db8:9::1")).toBe("SE");
      expect(code("198.51.101.7")).toBeNull();
      expect(code("2001:db9::1")).toBeNull();
    },
  );

  it("of IPv4 alone knows no IPv6 address, not even one that begins with the same bits", () => {
    const content = writeMmdb({ type: "V4", networks: [["32.1.0.0/16", SWEDEN]], ipVersion: 4 });
    expect(find(content, "32.1.13.184")?.country).toEqual(SE);
    expect(find(content, "2001:db8::1")).toBeNull();
  });
});

describe("records of many makers", () => {
  const nothing = { country: null, city: null, network: null };

  it("MaxMind and DB-IP: nested, with names in languages", () => {
    expect(facts({ ...SWEDEN, city: { names: { en: "Malmö" } } })).toEqual({
      ...nothing,
      country: SE,
      city: "Malmö",
    });
    expect(facts({ registered_country: { iso_code: "SE" } })).toEqual({ ...nothing, country: SE });
    expect(facts({ autonomous_system_number: 64500, autonomous_system_organization: "Example AB" })).toEqual({
      ...nothing,
      network: { number: 64500, organization: "Example AB" },
    });
  });

  it("IPinfo and others: flat", () => {
    expect(facts({ country: "Sweden", country_code: "SE", asn: "AS64500", as_name: "Example AB" })).toEqual({
      country: SE,
      city: null,
      network: { number: 64500, organization: "Example AB" },
    });
    expect(facts({ country: "SE", city: "Lund" })).toEqual({ ...nothing, country: SE, city: "Lund" });
    expect(facts({ country_code: "se" })).toEqual({ ...nothing, country: SE });
    expect(facts({ asn: "AS64500", name: "Example AB", domain: "example.com" })).toEqual({
      ...nothing,
      network: { number: 64500, organization: "Example AB" },
    });
  });

  it("what is no country, number or name is left out, and no text is long", () => {
    expect(facts({ country: { iso_code: "<b>" }, asn: "AS0", city: "  ", as_name: 7 })).toEqual(nothing);
    expect(facts({ asn: 99_999_999, __proto__: "x", constructor: "y" })?.network?.organization).toBeNull();
    expect(facts({ as_name: "x".repeat(5_000) })?.network?.organization).toHaveLength(200);
    expect(facts("nonsense")).toEqual(nothing);
    expect(facts({ country_code: "ZZ", city: { names: { de: "Malmö" } } })).toEqual(nothing);
    expect(facts(["SE"])).toEqual(nothing);
  });
});

describe("a file that is none", () => {
  const whole = writeMmdb({ type: "Test-Country", networks: NETWORKS });

  it("is told by what is wrong with it", () => {
    const notMmdb = { wrong: "it is no .mmdb file, or not all of one" };
    expect(openMmdb(Buffer.alloc(0))).toEqual(notMmdb);
    expect(openMmdb(Buffer.from("ip,country\n198.51.100.0/24,SE\n"))).toEqual(notMmdb);
    expect(openMmdb(whole.subarray(0, whole.length / 2))).toEqual(notMmdb);
    expect(openMmdb(whole.subarray(100))).toEqual({ wrong: "it is damaged: its parts do not fit together" });
  });

  it("never makes a look-up fail, whichever byte is damaged", () => {
    const address = parseAddress("198.51.100.7");
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(whole.readUInt8(at) ^ 0xff, at);
      const file = openMmdb(damaged);
      if ("wrong" in file || address === null) continue;
      expect(() => file.find(address)).not.toThrow();
    }
  });
});
