/**
 * What can be told of a caller's address by itself.
 * - `service`: an AWS service's name in place of an address, or `AWS Internal`
 * - `private`: of a range that is not routed on the internet (RFC 1918, 6598, 4193, 3927, 4291, loopback)
 * - `public`: any other address; whose it is takes a list of networks, which is not here
 * - `other`: no address and no service
 */
export type AddressKind = "service" | "private" | "public" | "other";

const PRIVATE_V4: readonly (readonly [range: string, bits: number])[] = [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
  ["127.0.0.0", 8],
];

export function addressKindOf(address: string): AddressKind {
  const v4 = readV4(address.replace(/^::ffff:/i, ""));
  if (v4 !== null)
    return PRIVATE_V4.some(([range, bits]) => isWithin(v4, range, bits)) ? "private" : "public";
  if (/^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(address)) {
    return /^(?:f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|::1$)/i.test(address) ? "private" : "public";
  }
  return /\.amazonaws\.com(?:\.cn)?$|^AWS Internal/i.test(address) ? "service" : "other";
}

/** The address as a number; null for anything else. */
function readV4(text: string): number | null {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (found === null) return null;
  const parts = found.slice(1).map(Number);
  return parts.every((part) => part <= 255) ? parts.reduce((sum, part) => sum * 256 + part, 0) : null;
}

function isWithin(address: number, range: string, bits: number): boolean {
  const size = 2 ** (32 - bits);
  return Math.floor(address / size) === Math.floor((readV4(range) ?? 0) / size);
}
