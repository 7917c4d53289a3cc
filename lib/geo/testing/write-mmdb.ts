import { parseRange } from "#lib/search/ip-range.ts";

/**
 * Writes small .mmdb files (MaxMind DB file format specification, version 2.0), for tests: what the product reads with
 * a reader that others made is written here by the letter of the specification.
 */
export type MmdbValue =
  | string
  | number
  | boolean
  | readonly MmdbValue[]
  | { readonly [key: string]: MmdbValue };

export type MmdbOptions = {
  readonly type: string;
  /** Wider networks before those within them. */
  readonly networks: readonly (readonly [range: string, record: MmdbValue])[];
  readonly ipVersion?: 4 | 6;
  readonly recordSize?: 24 | 28 | 32;
};

type Leaf = { readonly record: number } | null;
type Node = { left: Node | Leaf; right: Node | Leaf };

const SEPARATOR = Buffer.alloc(16);
const MARKER = Buffer.from("\u00ab\u00cd\u00efMaxMind.com", "latin1");

export function writeMmdb({ type, networks, ipVersion = 6, recordSize = 24 }: MmdbOptions): Buffer {
  const root: Node = { left: null, right: null };
  const records: Buffer[] = [];
  const offsets: number[] = [];
  let size = 0;
  for (const [range, record] of networks) {
    const encoded = encode(record);
    offsets.push(size);
    records.push(encoded);
    size += encoded.length;
    put(root, bitsOf(range, ipVersion), offsets.length - 1);
  }
  const nodes = nodesOf(root);
  const metadata = {
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_795_737_600,
    database_type: type,
    description: { en: "For tests" },
    ip_version: ipVersion,
    languages: ["en"],
    node_count: nodes.length,
    record_size: recordSize,
  };
  const numbers = new Map(nodes.map((node, index) => [node, index]));
  const recordOf = (side: Node | Leaf): number => {
    if (side === null) return nodes.length;
    if ("record" in side) return nodes.length + SEPARATOR.length + (offsets[side.record] ?? 0);
    return numbers.get(side) ?? 0;
  };
  const tree = nodes.map(({ left, right }) => pair(recordOf(left), recordOf(right), recordSize));
  return Buffer.concat([...tree, SEPARATOR, ...records, MARKER, encode(metadata)]);
}

function bitsOf(range: string, ipVersion: 4 | 6): readonly boolean[] {
  const parsed = parseRange(range);
  if ("wrong" in parsed) throw new RangeError(parsed.wrong);
  const { network, prefix } = parsed;
  const width = network.version === 4 ? 32 : 128;
  const own = Array.from(
    { length: prefix },
    (_, at) => ((network.bits >> BigInt(width - 1 - at)) & 1n) === 1n,
  );
  // IPv4 lies in the first 96 bits of nothing of an IPv6 tree.
  return network.version === 4 && ipVersion === 6 ? [...Array<boolean>(96).fill(false), ...own] : own;
}

function put(root: Node, bits: readonly boolean[], record: number): void {
  let node = root;
  for (const [index, bit] of bits.entries()) {
    const side = bit ? "right" : "left";
    if (index === bits.length - 1) {
      node[side] = { record };
      return;
    }
    const next = node[side];
    const below: Node = next === null || "record" in next ? { left: next, right: next } : next;
    node[side] = below;
    node = below;
  }
}

function nodesOf(root: Node): readonly Node[] {
  const found: Node[] = [root];
  for (const node of found) {
    for (const side of [node.left, node.right]) if (side !== null && "left" in side) found.push(side);
  }
  return found;
}

function pair(left: number, right: number, recordSize: 24 | 28 | 32): Buffer {
  const bytes = Buffer.alloc(recordSize / 4);
  if (recordSize === 28) {
    bytes.writeUIntBE(left & 0xff_ffff, 0, 3);
    bytes.writeUInt8(((left >>> 24) << 4) | (right >>> 24), 3);
    bytes.writeUIntBE(right & 0xff_ffff, 4, 3);
  } else {
    bytes.writeUIntBE(left, 0, recordSize / 8);
    bytes.writeUIntBE(right, recordSize / 8, recordSize / 8);
  }
  return bytes;
}

const TYPES = { text: 2, map: 7, uint32: 6, array: 11, boolean: 14 } as const;

function encode(value: MmdbValue): Buffer {
  if (typeof value === "string") {
    const text = Buffer.from(value);
    return Buffer.concat([head(TYPES.text, text.length), text]);
  }
  if (typeof value === "number") {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([head(TYPES.uint32, 4), bytes]);
  }
  if (typeof value === "boolean") return head(TYPES.boolean, value ? 1 : 0);
  if (isList(value)) return Buffer.concat([head(TYPES.array, value.length), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([
    head(TYPES.map, entries.length),
    ...entries.flatMap(([key, one]) => [encode(key), encode(one)]),
  ]);
}

function isList(value: MmdbValue): value is readonly MmdbValue[] {
  return Array.isArray(value);
}

/** The control byte; types above 7 stand in a second byte. */
function head(type: number, size: number): Buffer {
  const [short, more] =
    size < 29 ? [size, []] : size < 285 ? [29, [size - 29]] : [30, [(size - 285) >> 8, (size - 285) & 0xff]];
  return Buffer.from(type > 7 ? [short, type - 7, ...more] : [(type << 5) | short, ...more]);
}
