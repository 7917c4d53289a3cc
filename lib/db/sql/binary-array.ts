import { writeUuid } from "#lib/db/sql/write-uuid.ts";

/**
 * Arrays as parameters in PostgreSQL's binary format. As text, the driver would quote and escape every element, and
 * the server would read it back: of thousands of words that is a good part of the cost of asking for them. The
 * statement has to say what they are (`::text[]`).
 */
const INT8_OID = 20;
const INT4_OID = 23;
const TEXT_OID = 25;
const UUID_OID = 2950;
/** Dimensions, whether there are nulls, the elements' type; then the length and where it begins to count. */
const HEADER = 20;
const INT4_SIZE = 4;
const INT8_SIZE = 8;
const UUID_SIZE = 16;
const TWO_TO_32 = 2 ** 32;

export function int4Array(values: readonly number[]): Buffer {
  const data = begin(INT4_OID, values.length, values.length * (4 + INT4_SIZE));
  let at = HEADER;
  for (const value of values) {
    at = data.writeInt32BE(INT4_SIZE, at);
    at = data.writeInt32BE(value, at);
  }
  return data;
}

/** Of whole numbers, each of which a double holds exactly. */
export function int8Array(values: readonly number[]): Buffer {
  const data = begin(INT8_OID, values.length, values.length * (4 + INT8_SIZE));
  let at = HEADER;
  for (const value of values) {
    const high = Math.floor(value / TWO_TO_32);
    at = data.writeInt32BE(INT8_SIZE, at);
    at = data.writeInt32BE(high, at);
    at = data.writeUInt32BE(value - high * TWO_TO_32, at);
  }
  return data;
}

/** Of UUIDs, with or without their dashes. */
export function uuidArray(values: readonly string[]): Buffer {
  const data = begin(UUID_OID, values.length, values.length * (4 + UUID_SIZE));
  let at = HEADER;
  for (const value of values) at = writeUuid(data, value, data.writeInt32BE(UUID_SIZE, at));
  return data;
}

export function textArray(values: readonly (string | null)[]): Buffer {
  let size = 0;
  for (const value of values) size += 4 + (value === null ? 0 : Buffer.byteLength(value));
  const data = begin(TEXT_OID, values.length, size);
  let at = HEADER;
  for (const value of values) {
    const length = value === null ? -1 : data.write(value, at + 4);
    data.writeInt32BE(length, at);
    at += 4 + Math.max(length, 0);
  }
  return data;
}

/** The header of an array with so many elements, which take `size` bytes, and room for them. */
function begin(type: number, count: number, size: number): Buffer {
  const isEmpty = count === 0;
  const data = Buffer.allocUnsafe(isEmpty ? HEADER - 8 : HEADER + size);
  data.writeInt32BE(isEmpty ? 0 : 1, 0);
  data.writeInt32BE(1, 4); // there may be nulls
  data.writeInt32BE(type, 8);
  if (isEmpty) return data;
  data.writeInt32BE(count, 12);
  data.writeInt32BE(1, 16);
  return data;
}
