/**
 * Randomness that repeats: the generator is sfc32, seeded with whole words, so that two places of the sample
 * trail never share a sequence and the same place always has the same one.
 */
export type Random = {
  /** 32 bits, as an integer from 0 to 2^32 - 1. */
  bits(): number;
  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number;
  /** From 0 to 1, without 1. */
  unit(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of a list, which must not be empty. */
  pick<T>(list: readonly T[]): T;
};

const ROUNDS_TO_MIX = 12;

/** 32 bits of a text (FNV-1a with a closing mix). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** A number from 0 to 1, without 1, that depends on nothing but its arguments. */
export function unitOf(seed: number, a: number, b: number): number {
  return mix(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ mix(Math.imul(a + 1, 0xc2b2ae35) ^ mix(b))) / 2 ** 32;
}

function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A class because one is made for every cell and session: closures made anew cost a tenth of the generator's time. */
class Sfc32 implements Random {
  private s0: number;
  private s1: number;
  private s2: number;
  private s3: number;

  constructor(s0: number, s1: number, s2: number, s3: number) {
    this.s0 = s0 | 0;
    this.s1 = s1 | 0;
    this.s2 = s2 | 0;
    this.s3 = s3 | 0;
    for (let round = 0; round < ROUNDS_TO_MIX; round++) this.bits();
  }

  bits(): number {
    const sum = (((this.s0 + this.s1) | 0) + this.s3) | 0;
    this.s3 = (this.s3 + 1) | 0;
    this.s0 = this.s1 ^ (this.s1 >>> 9);
    this.s1 = (this.s2 + (this.s2 << 3)) | 0;
    this.s2 = (this.s2 << 21) | (this.s2 >>> 11);
    this.s2 = (this.s2 + sum) | 0;
    return sum >>> 0;
  }

  unit(): number {
    return this.bits() / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return at(list, this.below(list.length));
  }
}

/** A sequence of its own for these four words: different words, different sequence. */
export function randomOf(seed: number, a: number, b = 0, c = 0): Random {
  return new Sfc32(seed, a, b, c);
}

/** The item at an index that is known to be inside the list. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no item ${index} in a list of ${list.length}`);
  return item;
}

/** Puts a list into random order, in place. */
export function shuffle<T>(list: T[], random: Random): void {
  for (let index = list.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    const held = at(list, index);
    list[index] = at(list, other);
    list[other] = held;
  }
}
