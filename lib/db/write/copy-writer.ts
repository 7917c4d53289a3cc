/**
 * Rows in PostgreSQL's binary COPY format (PostgreSQL manual, COPY, "Binary Format"): no text is built, quoted or
 * parsed for a row on either side, which is most of the cost of loading.
 */
const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");
/** Microseconds between 1970 and 2000, PostgreSQL's own epoch. */
const EPOCH_SHIFT = 946_684_800_000_000n;
const INT4_OID = 23;

/** One stream of rows; each method appends one field, `finish` gives the whole and empties the writer. */
export class CopyWriter {
  #buffer = Buffer.allocUnsafe(1 << 16);
  #at = 0;

  constructor() {
    this.#begin();
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#at;
  }

  row(fields: number): void {
    this.#reserve(2);
    this.#at = this.#buffer.writeInt16BE(fields, this.#at);
  }

  null(): void {
    this.#reserve(4);
    this.#int(-1);
  }

  int2(value: number): void {
    this.#field(2);
    this.#at = this.#buffer.writeInt16BE(value, this.#at);
  }

  int4(value: number): void {
    this.#field(4);
    this.#int(value);
  }

  int8(value: bigint): void {
    this.#field(8);
    this.#at = this.#buffer.writeBigInt64BE(value, this.#at);
  }

  /** Seconds since 1970 UTC, as timestamptz. */
  time(seconds: number): void {
    this.int8(BigInt(seconds) * 1_000_000n - EPOCH_SHIFT);
  }

  /** A UUID in 8-4-4-4-12 form. */
  uuid(text: string): void {
    this.#field(16);
    this.#at += this.#buffer.write(text.replaceAll("-", ""), this.#at, "hex");
  }

  text(value: string): void {
    const size = Buffer.byteLength(value);
    this.#field(size);
    this.#at += this.#buffer.write(value, this.#at);
  }

  bytes(value: Uint8Array): void {
    this.#field(value.length);
    this.#buffer.set(value, this.#at);
    this.#at += value.length;
  }

  int4Array(values: ArrayLike<number>): void {
    const count = values.length;
    this.#field(count === 0 ? 12 : 20 + count * 8);
    this.#int(count === 0 ? 0 : 1); // dimensions
    this.#int(0); // no nulls
    this.#int(INT4_OID);
    if (count === 0) return;
    this.#int(count);
    this.#int(1); // lower bound
    for (let index = 0; index < count; index++) {
      this.#int(4);
      this.#int(values[index] ?? 0);
    }
  }

  /** The whole stream, with header and trailer. */
  finish(): Buffer {
    this.#reserve(2);
    this.#at = this.#buffer.writeInt16BE(-1, this.#at);
    const done = Buffer.from(this.#buffer.subarray(0, this.#at));
    this.#begin();
    return done;
  }

  #begin(): void {
    SIGNATURE.copy(this.#buffer, 0);
    this.#buffer.fill(0, SIGNATURE.length, SIGNATURE.length + 8); // flags and the length of an empty extension
    this.#at = SIGNATURE.length + 8;
  }

  /** Announces a field of `size` bytes and makes room for it. */
  #field(size: number): void {
    this.#reserve(4 + size);
    this.#int(size);
  }

  #int(value: number): void {
    this.#at = this.#buffer.writeInt32BE(value, this.#at);
  }

  #reserve(size: number): void {
    if (this.#at + size <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#at + size));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}
