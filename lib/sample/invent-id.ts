import { at, hashText, type Random, randomOf } from "#lib/sample/random.ts";

/** Identifiers in the shapes that AWS gives them. */

const HEX_BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0"),
);
const KEY_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const NAME_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const TOKEN_LETTERS = `${NAME_LETTERS}+/`;
const ID_SEED = 0x5a3b1e;

/** The same words for the same name, whatever the trail's seed: the organization does not change between trails. */
export function fixedRandom(name: string): Random {
  return randomOf(ID_SEED, hashText(name), hashText(`${name}#`), name.length);
}

function hexWord(word: number): string {
  return (
    at(HEX_BYTES, word >>> 24) +
    at(HEX_BYTES, (word >>> 16) & 255) +
    at(HEX_BYTES, (word >>> 8) & 255) +
    at(HEX_BYTES, word & 255)
  );
}

/** A version 4 UUID. */
export function uuid(random: Random): string {
  const second = hexWord(random.bits());
  const third = hexWord(random.bits());
  const variant = "89ab".charAt(random.below(4));
  return `${hexWord(random.bits())}-${second.slice(0, 4)}-4${second.slice(5)}-${variant}${third.slice(1, 4)}-${third.slice(4)}${hexWord(random.bits())}`;
}

/** `length` lower-case hexadecimal digits. */
export function hex(random: Random, length: number): string {
  let text = "";
  while (text.length < length) text += hexWord(random.bits());
  return text.slice(0, length);
}

function letters(random: Random, alphabet: string, length: number): string {
  let text = "";
  for (let index = 0; index < length; index++) text += alphabet.charAt(random.below(alphabet.length));
  return text;
}

/** An access key id of 20 characters: `ASIA` for temporary credentials, `AKIA` for long-lived ones. */
export function accessKeyId(random: Random, prefix: "ASIA" | "AKIA"): string {
  return prefix + letters(random, KEY_LETTERS, 16);
}

/** A unique id of IAM: `AROA` for a role, `AIDA` for a user, `AGPA` for a group. */
export function uniqueId(random: Random, prefix: "AROA" | "AIDA" | "AGPA"): string {
  return prefix + letters(random, KEY_LETTERS, 17);
}

/** The part of a log object's name that keeps it unique: letters and digits. */
export function nameSuffix(random: Random, length: number): string {
  return letters(random, NAME_LETTERS, length);
}

/** S3's request id: 16 upper-case letters and digits. */
export function s3RequestId(random: Random): string {
  return letters(random, "0123456789ABCDEFGHJKMNPQRSTVWXYZ", 16);
}

/** Text as in a session token or S3's second request id: Base64 letters. */
export function token(random: Random, length: number): string {
  let text = "";
  while (text.length < length) {
    let word = random.bits();
    for (let letter = 0; letter < 5; letter++) {
      text += TOKEN_LETTERS.charAt(word & 63);
      word >>>= 6;
    }
  }
  return text.slice(0, length);
}

/** An id of EC2's shape, `i-0…` with 17 hexadecimal digits, always the same for the same name. */
export function ec2Id(prefix: string, name: string): string {
  return `${prefix}-0${hex(fixedRandom(`${prefix}/${name}`), 16)}`;
}
