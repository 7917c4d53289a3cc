import { writeUuid } from "#lib/db/sql/write-uuid.ts";

/**
 * Rows in PostgreSQL's binary COPY format (PostgreSQL manual, COPY, "Binary Format"): no text is built, quoted or
 * parsed for a row on either side, which is most of the cost of loading.
 */
const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");
const HEADER = SIGNATURE.length + 8;
/** Seconds between 1970 and 2000, PostgreSQL's own epoch. */
const EPOCH_SHIFT = 946_684_800;
const INT4_OID = 23;
const TWO_TO_32 = 2 ** 32;

/** One stream of rows; each method appends one field, `finish` gives the whole, `clear` begins another. */
export class CopyWriter {
  #buffer = Buffer.allocUnsafeSlow(1 << 16);
  // Numbers go through a view: V8 writes them without a call, which a Buffer's methods are.
  #view = new DataView(this.#buffer.buffer);
  #at = 0;

  constructor() {
    SIGNATURE.copy(this.#buffer, 0);
    this.#buffer.fill(0, SIGNATURE.length, HEADER); // flags and the length of an empty extension
    this.clear();
  }

  get isEmpty(): boolean {
    return this.#at === HEADER;
  }

  /** Bytes that it can hold without growing. */
  get size(): number {
    return this.#buffer.length;
  }

  row(fields: number): void {
    this.#reserve(2);
    this.#short(fields);
  }

  null(): void {
    this.#reserve(4);
    this.#int(-1);
  }

  int2(value: number): void {
    this.#field(2);
    this.#short(value);
  }

  int4(value: number): void {
    this.#field(4);
    this.#int(value);
  }

  int8(value: bigint): void {
    this.#field(8);
    this.#view.setBigInt64(this.#at, value);
    this.#at += 8;
  }

  /** Seconds since 1970 UTC, as timestamptz. */
  time(seconds: number): void {
    const microseconds = (seconds - EPOCH_SHIFT) * 1_000_000;
    if (!Number.isSafeInteger(microseconds)) {
      this.int8(BigInt(seconds - EPOCH_SHIFT) * 1_000_000n);
      return;
    }
    const high = Math.floor(microseconds / TWO_TO_32);
    this.#field(8);
    this.#int(high);
    this.#view.setUint32(this.#at, microseconds - high * TWO_TO_32);
    this.#at += 4;
  }

  /** A UUID in 8-4-4-4-12 form. */
  uuid(text: string): void {
    this.#field(16);
    this.#at = writeUuid(this.#buffer, text, this.#at);
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

  /** The whole stream, with header and trailer; it is no copy, and holds until the writer is cleared. */
  finish(): Buffer {
    this.#reserve(2);
    this.#short(-1);
    return this.#buffer.subarray(0, this.#at);
  }

  clear(): void {
    this.#at = HEADER;
  }

  /** Announces a field of `size` bytes and makes room for it. */
  #field(size: number): void {
    this.#reserve(4 + size);
    this.#int(size);
  }

  #int(value: number): void {
    this.#view.setInt32(this.#at, value);
    this.#at += 4;
  }

  #short(value: number): void {
    this.#view.setInt16(this.#at, value);
    this.#at += 2;
  }

  #reserve(size: number): void {
    if (this.#at + size <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#buffer.length * 2, this.#at + size));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
    this.#view = new DataView(larger.buffer);
  }
}
