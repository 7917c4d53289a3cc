/**
 * A UUID from text, for records that AWS gave no UUID: the same text gives the same UUID everywhere. It is four
 * lanes of MurmurHash3's 32-bit mixing over UTF-16 code units, bits set as version 8 (RFC 9562, "custom"), so
 * that no id of AWS's own (version 4) can equal it. Its limits: it is no cryptographic hash. Whoever can choose
 * a record's whole content can make two records collide, and then only the first of them is kept; by chance, a
 * collision is to be expected after some 2^61 records.
 */
export function contentUuid(text: string): string {
  let a = 0x9368e53c;
  let b = 0x586dcd20;
  let c = 0x2f53d6a1;
  let d = 0x7c3e8b45;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = mix(a ^ d, code, 0x239b961b);
    b = mix(b ^ a, code, 0xab0e9789);
    c = mix(c ^ b, code, 0x38b34ae5);
    d = mix(d ^ c, code, 0xa1e38b93);
  }
  a = finish(a ^ text.length);
  b = finish(b ^ a);
  c = finish(c ^ b);
  d = finish(d ^ c);
  return formatUuid(a, b, c, finish(d ^ a));
}

const PLAIN_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ANY_CASE_UUID = new RegExp(PLAIN_UUID, "i");

/** The text itself, in lower case, if it is a UUID in the 8-4-4-4-12 form; else null. */
export function asUuid(text: string): string | null {
  if (PLAIN_UUID.test(text)) return text;
  return ANY_CASE_UUID.test(text) ? text.toLowerCase() : null;
}

/** JSON with the keys of every object in order, so that the order of delivery does not matter. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

function mix(hash: number, code: number, factor: number): number {
  const k = Math.imul(code + 1, factor);
  const h = hash ^ Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function formatUuid(...lanes: readonly number[]): string {
  const hex = lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
  const variant = "89ab"[Number.parseInt(hex.slice(16, 17), 16) & 3];
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return [...groups, hex.slice(20)].join("-");
}
