import * as z from "zod";
import type { AddressPlace } from "#lib/event/address-place.ts";
import { type Address, parseRange } from "#lib/search/ip-range.ts";

/** AWS's own list of its addresses (https://ip-ranges.amazonaws.com/ip-ranges.json), in memory. */
export type AwsRanges = {
  /** When AWS wrote it, as it says: `2026-11-20-18-43-11`. */
  readonly created: string;
  readonly find: (address: Address) => AwsRange | null;
};

type AwsRange = NonNullable<AddressPlace["aws"]>;

const text = z.string().max(100);
const schema = z.object({
  createDate: text,
  prefixes: z.array(z.object({ ip_prefix: text, region: text, service: text })),
  ipv6_prefixes: z.array(z.object({ ipv6_prefix: text, region: text, service: text })).default([]),
});

/** The list from its text, or a sentence's end that says what is wrong with it. */
export function readAwsRanges(content: string): AwsRanges | { readonly wrong: string } {
  const parsed = schema.safeParse(tryParse(content));
  if (!parsed.success) return { wrong: "it is not AWS's ip-ranges.json, or not all of it" };
  const { createDate, prefixes, ipv6_prefixes } = parsed.data;
  const ranges = new Ranges();
  for (const { ip_prefix, ...range } of prefixes) ranges.add(ip_prefix, range);
  for (const { ipv6_prefix, ...range } of ipv6_prefixes) ranges.add(ipv6_prefix, range);
  return { created: createDate, find: (address) => ranges.find(address) };
}

function tryParse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

const WIDTH = { 4: 32, 6: 128 } as const;

/** By version and length of the prefix, and then by the network's bits: a look-up asks each length once. */
class Ranges {
  readonly #lengths = {
    4: new Map<number, Map<bigint, AwsRange>>(),
    6: new Map<number, Map<bigint, AwsRange>>(),
  };

  add(prefix: string, { service, region }: AwsRange): void {
    const range = parseRange(prefix);
    if ("wrong" in range) return;
    const { version, bits } = range.network;
    const sameLength = this.#lengths[version].get(range.prefix) ?? new Map<bigint, AwsRange>();
    this.#lengths[version].set(range.prefix, sameLength);
    const known = sameLength.get(bits);
    if (known === undefined || weight(service) > weight(known.service))
      sameLength.set(bits, { service, region });
  }

  /** The narrowest range that holds the address. */
  find({ version, bits }: Address): AwsRange | null {
    let narrowest = -1;
    let found: AwsRange | null = null;
    for (const [length, networks] of this.#lengths[version]) {
      if (length <= narrowest) continue;
      const host = BigInt(WIDTH[version] - length);
      const range = networks.get((bits >> host) << host);
      if (range === undefined) continue;
      narrowest = length;
      found = range;
    }
    return found;
  }
}

/** The list names a range once for AMAZON, mostly for EC2 as well, and for the service that really uses it. */
function weight(service: string): number {
  return service === "AMAZON" ? 0 : service === "EC2" ? 1 : 2;
}
