/** A list of 32-bit numbers that grows, and is used again and again: nothing is made for each number, or each use. */
export type NumberList = {
  readonly length: number;
  add(value: number): void;
  get(index: number): number;
  set(index: number, value: number): void;
  clear(): void;
  /** A copy of all. */
  toArray(): Int32Array;
};

export function createNumberList(): NumberList {
  let numbers = new Int32Array(1 << 14);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(value) {
      if (length === numbers.length) {
        const larger = new Int32Array(length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length] = value;
      length += 1;
    },
    get: (index) => numbers[index] ?? 0,
    set(index, value) {
      numbers[index] = value;
    },
    clear() {
      length = 0;
    },
    toArray: () => numbers.slice(0, length),
  };
}
