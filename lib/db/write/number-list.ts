/**
 * A list of 32-bit numbers that grows, and is used again and again: nothing is made for each number, or each use. A
 * class, since the methods of all lists are then one piece of code to V8, and stay fast.
 */
export class NumberList {
  #numbers = new Int32Array(1 << 12);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(value: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  get(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#numbers[index] = value;
  }

  clear(): void {
    this.#length = 0;
  }

  /** A copy of all. */
  toArray(): Int32Array {
    return this.#numbers.slice(0, this.#length);
  }
}
