import { describe, expect, it } from "vitest";
import { addressBook } from "#lib/geo/address-book.ts";
import { type AddressContent, readContent } from "#lib/geo/address-files.ts";
import { type MmdbOptions, writeMmdb } from "#lib/geo/testing/write-mmdb.ts";

function content(kind: AddressContent["kind"], bytes: Buffer): AddressContent {
  const read = readContent({ kind, path: "/test", setting: null }, bytes);
  if ("wrong" in read) throw new Error(read.wrong);
  return read;
}

const networks = (list: MmdbOptions["networks"]) =>
  content("networks", writeMmdb({ type: "Test", networks: list }));

const AWS = content(
  "aws-ranges",
  Buffer.from(
    JSON.stringify({
      syncToken: "1795737600",
      createDate: "2026-11-26-12-00-00",
      prefixes: [
        {
          ip_prefix: "52.94.0.0/16",
          region: "us-east-1",
          service: "AMAZON",
          network_border_group: "us-east-1",
        },
        {
          ip_prefix: "52.94.76.0/22",
          region: "us-west-2",
          service: "AMAZON",
          network_border_group: "us-west-2",
        },
        { ip_prefix: "3.5.140.0/22", region: "ap-northeast-2", service: "AMAZON", network_border_group: "x" },
        { ip_prefix: "3.5.140.0/22", region: "ap-northeast-2", service: "S3", network_border_group: "x" },
        { ip_prefix: "3.5.140.0/22", region: "ap-northeast-2", service: "EC2", network_border_group: "x" },
        { ip_prefix: "10.0.0.0/8", region: "GLOBAL", service: "AMAZON", network_border_group: "GLOBAL" },
        { ip_prefix: "no range", region: "GLOBAL", service: "AMAZON", network_border_group: "GLOBAL" },
      ],
      ipv6_prefixes: [
        {
          ipv6_prefix: "2600:1f14::/35",
          region: "us-west-2",
          service: "EC2",
          network_border_group: "us-west-2",
        },
      ],
    }),
  ),
);

describe("where addresses are", () => {
  it("is told by the address alone where no file is given", () => {
    const { placeOf } = addressBook([]);
    const kinds = ["10.1.2.3", "52.94.76.9", "198.51.100.7", "ec2.amazonaws.com", "AWS Internal", "<script>"];
    expect(kinds.map((address) => placeOf(address).kind)).toEqual([
      "private",
      "public",
      "documentation",
      "service",
      "service",
      "other",
    ]);
    expect(placeOf("52.94.76.9")).toEqual({
      kind: "public",
      country: null,
      city: null,
      network: null,
      aws: null,
    });
  });

  it("the narrowest range of AWS's list tells, and its service by the most particular name", () => {
    const { placeOf } = addressBook([AWS]);
    expect(placeOf("52.94.1.1")).toMatchObject({
      kind: "aws",
      aws: { service: "AMAZON", region: "us-east-1" },
    });
    expect(placeOf("52.94.76.9").aws).toEqual({ service: "AMAZON", region: "us-west-2" });
    expect(placeOf("3.5.141.2").aws).toEqual({ service: "S3", region: "ap-northeast-2" });
    expect(placeOf("2600:1f14::9")).toMatchObject({ kind: "aws", aws: { service: "EC2" } });
    expect(placeOf("2600:1f14:2000::9")).toMatchObject({ kind: "public", aws: null });
    expect(placeOf("10.1.1.1")).toMatchObject({ kind: "private", aws: null });
    expect(placeOf("s3.amazonaws.com")).toMatchObject({ kind: "service", aws: null });
  });

  it("of several files the first that knows a fact tells it, and cities only of its country", () => {
    const { placeOf } = addressBook([
      networks([["198.51.100.0/24", { country: { iso_code: "SE" } }]]),
      AWS,
      networks([["198.51.100.0/24", { country: { iso_code: "NO" }, city: { names: { en: "Oslo" } } }]]),
      networks([["198.51.0.0/16", { asn: "AS64500", as_name: "Example AB", country: "SE", city: "Malmö" }]]),
      networks([["52.94.0.0/16", { country: { iso_code: "US" }, autonomous_system_number: 16509 }]]),
    ]);
    expect(placeOf("198.51.100.7")).toEqual({
      kind: "documentation",
      country: { code: "SE", name: "Sweden" },
      city: "Malmö",
      network: { number: 64500, organization: "Example AB" },
      aws: null,
    });
    expect(placeOf("52.94.76.9")).toMatchObject({
      kind: "aws",
      country: { code: "US" },
      network: { number: 16509 },
    });
    expect(placeOf("198.51.100.7")).toBe(placeOf("198.51.100.7"));
  });

  it("a list of AWS's that is none is told", () => {
    const wrong = { wrong: "it is not AWS's ip-ranges.json, or not all of it" };
    const read = (text: string) =>
      readContent({ kind: "aws-ranges", path: "/test", setting: null }, Buffer.from(text));
    expect(read('{"createDate":"2026-11-26-12-00-00","prefixes":[{"ip_')).toEqual(wrong);
    expect(read("[]")).toEqual(wrong);
  });
});
