/**
 * What can be told of a caller's address by itself.
 * - `service`: an AWS service's name in place of an address, or `AWS Internal`
 * - `private`: of a range that is not routed on the internet (RFC 1918, 6598, 4193, 3927, 4291, loopback)
 * - `documentation`: of a range that is kept for examples (RFC 5737, 3849, 9637)
 * - `aws`: of one of AWS's published ranges; `addressKindOf` alone never says so, for that takes AWS's list
 * - `public`: any other address
 * - `other`: no address and no service
 */
export const ADDRESS_KINDS = ["service", "private", "documentation", "aws", "public", "other"] as const;

export type AddressKind = (typeof ADDRESS_KINDS)[number];

type Ranges = readonly (readonly [range: string, bits: number])[];

const PRIVATE_V4: Ranges = [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
  ["127.0.0.0", 8],
];

const DOCUMENTATION_V4: Ranges = [
  ["192.0.2.0", 24],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
];

const PRIVATE_V6 = /^(?:f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|::1$)/i;
/** 2001:db8::/32 and 3fff::/20. */
const DOCUMENTATION_V6 = /^(?:2001:0?db8:|3fff:(?::|0?[0-9a-f]{1,3}:))/i;

/** No address is longer; what a hostile record has in its place may be of any length. */
const LONGEST = 45;

export function addressKindOf(address: string): AddressKind {
  return (address.length > LONGEST ? null : readKind(address)) ?? nameKind(address);
}

function nameKind(name: string): AddressKind {
  return /\.amazonaws\.com(?:\.cn)?$|^AWS Internal/i.test(name) ? "service" : "other";
}

/** null for what is no address. */
function readKind(address: string): AddressKind | null {
  const v4 = readV4(address.replace(/^::ffff:/i, ""));
  if (v4 !== null) {
    if (isWithinAny(v4, PRIVATE_V4)) return "private";
    return isWithinAny(v4, DOCUMENTATION_V4) ? "documentation" : "public";
  }
  if (/^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(address)) {
    if (PRIVATE_V6.test(address)) return "private";
    return DOCUMENTATION_V6.test(address) ? "documentation" : "public";
  }
  return null;
}

/** The address as a number; null for anything else. */
function readV4(text: string): number | null {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (found === null) return null;
  const parts = found.slice(1).map(Number);
  return parts.every((part) => part <= 255) ? parts.reduce((sum, part) => sum * 256 + part, 0) : null;
}

function isWithinAny(address: number, ranges: Ranges): boolean {
  return ranges.some(([range, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) === Math.floor((readV4(range) ?? 0) / size);
  });
}
