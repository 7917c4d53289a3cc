import { Reader } from "mmdb-lib";
import { type NetworkFacts, readNetwork } from "#lib/geo/read-network.ts";
import { type Address, formatAddress } from "#lib/search/ip-range.ts";

/** A file of networks, in memory. */
export type NetworkFile = {
  /** As its maker calls it: `GeoLite2-Country`. */
  readonly type: string;
  /** null where the file does not know the address, or is damaged at that place. */
  readonly find: (address: Address) => NetworkFacts | null;
};

/** Between the tree and the data (MaxMind DB file format specification, version 2.0). */
const SEPARATOR = 16;

/** A network file from its content, or a sentence's end that says what is wrong with it. */
export function openMmdb(content: Buffer): NetworkFile | { readonly wrong: string } {
  const reader = tryOpen(content);
  if (reader === null) return { wrong: "it is no .mmdb file, or not all of one" };
  const { metadata } = reader;
  if (metadata.binaryFormatMajorVersion !== 2) return { wrong: "it is of another version of the format" };
  if (metadata.ipVersion !== 4 && metadata.ipVersion !== 6) return { wrong: "it is not for IP addresses" };
  const isWhole =
    Number.isSafeInteger(metadata.searchTreeSize) &&
    metadata.searchTreeSize > 0 &&
    metadata.searchTreeSize + SEPARATOR < content.length &&
    isBlank(content.subarray(metadata.searchTreeSize, metadata.searchTreeSize + SEPARATOR));
  if (!isWhole) return { wrong: "it is damaged: its parts do not fit together" };
  return {
    type: String(metadata.databaseType).slice(0, 100),
    find(address) {
      // A tree of IPv4 alone would take an IPv6 address by its first 32 bits.
      if (address.version === 6 && metadata.ipVersion === 4) return null;
      const record = tryFind(reader, formatAddress(address));
      return record === null ? null : readNetwork(record);
    },
  };
}

function tryOpen(content: Buffer): Reader<never> | null {
  try {
    return new Reader<never>(content);
  } catch {
    // The reader stumbles over whatever is not its format in many ways, none of which says more.
    return null;
  }
}

function tryFind(reader: Reader<never>, address: string): unknown {
  try {
    return reader.get(address);
  } catch {
    // One bad place in a file of a million networks: of this address nothing is known.
    return null;
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}
