/**
 * IP addresses and CIDR ranges. An IPv4 address written inside IPv6 (`::ffff:192.0.2.1`) is the IPv4 address:
 * it falls into IPv4 ranges and into no IPv6 range. Zone ids (`%eth0`), ports and brackets are not addresses.
 */
export type Address = { readonly version: 4 | 6; readonly bits: bigint };

export type IpRange = { readonly network: Address; readonly prefix: number };

const WIDTH = { 4: 32, 6: 128 } as const;
const MAPPED_PREFIX = 96;
const MAPPED_TOP = 0xffffn;

/** The address that `text` spells; null for anything else, such as `AWS Internal` or a service's name. */
export function parseAddress(text: string): Address | null {
  const address = readAddress(text);
  return address !== null && isMapped(address) ? unmapped(address) : address;
}

/** The range of `10.0.0.0/8` or `2001:db8::/32`, host bits cleared; or a sentence that says what is wrong. */
export function parseRange(text: string): IpRange | { readonly wrong: string } {
  const slash = text.indexOf("/");
  const address = readAddress(slash < 0 ? text : text.slice(0, slash));
  if (slash < 0 || address === null) {
    return {
      wrong: `${text} is not an address range: an IP address and a prefix length, such as 10.0.0.0/8.`,
    };
  }
  const length = text.slice(slash + 1);
  const prefix = /^\d{1,3}$/.test(length) ? Number(length) : Number.POSITIVE_INFINITY;
  const width = WIDTH[address.version];
  if (prefix > width) {
    return {
      wrong: `${text} is not a range: the number after / is 0 to ${width} for IPv${address.version}.`,
    };
  }
  if (isMapped(address) && prefix >= MAPPED_PREFIX) {
    return { network: cleared(unmapped(address), prefix - MAPPED_PREFIX), prefix: prefix - MAPPED_PREFIX };
  }
  return { network: cleared(address, prefix), prefix };
}

/** Whether an address lies in a range of its own version. */
export function isInRange(address: Address, range: IpRange): boolean {
  if (address.version !== range.network.version) return false;
  return cleared(address, range.prefix).bits === range.network.bits;
}

/** The range as Postgres's `cidr` writes it: network address, slash, prefix length. */
export function formatRange(range: IpRange): string {
  return `${formatAddress(range.network)}/${range.prefix}`;
}

/** True for text before or around a slash that was surely meant as an address: digits, dots, colons. */
export function looksLikeRange(text: string): boolean {
  return /^[0-9a-f]*[.:][0-9a-f.:]*\/[^/]*$/i.test(text);
}

/** True for four numbers with dots between them that are no address, such as 300.1.2.3. */
export function isWrongQuad(text: string): boolean {
  return /^\d+(\.\d+){3}$/.test(text) && readQuad(text) === null;
}

/** Dotted quad, or the shortest form of RFC 5952 (lower case, longest run of zeros as `::`). */
export function formatAddress(address: Address): string {
  if (address.version === 4) return groupsOf(address.bits, 4, 8n).join(".");
  const groups = groupsOf(address.bits, 8, 16n).map((group) => group.toString(16));
  const run = longestZeroRun(groups);
  if (run.length < 2) return groups.join(":");
  return `${groups.slice(0, run.start).join(":")}::${groups.slice(run.start + run.length).join(":")}`;
}

/** What an address is written with: most texts are none, and this tells at their first letter. */
const ADDRESS_LETTERS = /^[\da-f.:]{2,45}$/i;

function readAddress(text: string): Address | null {
  if (!ADDRESS_LETTERS.test(text)) return null;
  if (!text.includes(":")) {
    const bits = readQuad(text);
    return bits === null ? null : { version: 4, bits };
  }
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head, tail] = halves.map(readGroups);
  if (head === undefined || head === null || tail === null) return null;
  if (tail === undefined) return head.length === 8 ? { version: 6, bits: joined(head) } : null;
  const gap = 8 - head.length - tail.length;
  if (gap < 1) return null;
  return { version: 6, bits: joined([...head, ...Array<bigint>(gap).fill(0n), ...tail]) };
}

/** The 16-bit groups of one side of `::`; a dotted quad may stand last and makes two. */
function readGroups(text: string, side: number, sides: readonly string[]): readonly bigint[] | null {
  if (text === "") return sides.length === 2 ? [] : null;
  const groups: bigint[] = [];
  const texts = text.split(":");
  for (const [index, group] of texts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(group)) {
      groups.push(BigInt(`0x${group}`));
      continue;
    }
    const isLast = index === texts.length - 1 && side === sides.length - 1;
    const quad = isLast ? readQuad(group) : null;
    if (quad === null) return null;
    groups.push(quad >> 16n, quad & 0xffffn);
  }
  return groups;
}

/** Leading zeros are refused: some programs read them as octal, so two readers would disagree. */
function readQuad(text: string): bigint | null {
  const parts = text.split(".");
  const isQuad =
    parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return isQuad ? parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n) : null;
}

function joined(groups: readonly bigint[]): bigint {
  return groups.reduce((bits, group) => (bits << 16n) | group, 0n);
}

function groupsOf(bits: bigint, count: number, size: bigint): readonly bigint[] {
  const mask = (1n << size) - 1n;
  return Array.from({ length: count }, (_, index) => (bits >> (size * BigInt(count - 1 - index))) & mask);
}

function longestZeroRun(groups: readonly string[]): { readonly start: number; readonly length: number } {
  let longest = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === "0" ? length + 1 : 0;
    if (length > longest.length) longest = { start: index - length + 1, length };
  }
  return longest;
}

function isMapped(address: Address): boolean {
  return address.version === 6 && address.bits >> 32n === MAPPED_TOP;
}

function unmapped(address: Address): Address {
  return { version: 4, bits: address.bits & 0xffffffffn };
}

function cleared(address: Address, prefix: number): Address {
  const host = BigInt(WIDTH[address.version] - prefix);
  return { version: address.version, bits: (address.bits >> host) << host };
}
