/**
 * Whether a request's Host header is a name that this server answers to. A page of an attacker can have its own name
 * point at 127.0.0.1 and then read whatever answers there as its own ("DNS rebinding"); Waymark on its own machine
 * asks nobody for a password, so it answers to its own names only.
 */
export type HostRule = {
  /** The address that the server listens on. */
  readonly listen: string;
  /** Further names, as of a reverse proxy. */
  readonly names: readonly string[];
};

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

export function isAllowedHost(host: string | null, { listen, names }: HostRule): boolean {
  if (!LOOPBACK.includes(bracketed(listen))) return true; // whoever opens it to others has chosen who may come
  const name = (host ?? "").replace(/:\d+$/, "").toLowerCase();
  return [...LOOPBACK, ...names.map((one) => one.toLowerCase())].includes(name);
}

function bracketed(address: string): string {
  return address.includes(":") ? `[${address}]` : address;
}
