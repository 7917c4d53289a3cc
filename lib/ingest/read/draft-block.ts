import { gzipSync } from "node:zlib";
import type { PreparedBlock, PreparedEvent, PreparedRefusal } from "#lib/db/write/prepared.ts";

/** Records of one month on their way to becoming a block: their bytes, and what was made of them. */
export type DraftBlock = {
  readonly month: string;
  readonly time: number;
  readonly bytes: Uint8Array[];
  readonly positions: number[];
  readonly events: PreparedEvent[];
  readonly refusals: PreparedRefusal[];
  /** Refused records, also those that are only counted. */
  refused: number;
  size: number;
};

export function createDraft(month: string, time: number): DraftBlock {
  return { month, time, bytes: [], positions: [], events: [], refusals: [], refused: 0, size: 0 };
}

/** Adds a record's bytes; gives its place in the block. `position`: its place in the object, from 0. */
export function addBytes(draft: DraftBlock, bytes: Uint8Array, position: number): number {
  draft.bytes.push(bytes);
  draft.positions.push(position);
  draft.size += bytes.length;
  return draft.bytes.length - 1;
}

/** As AWS writes its files: of a bare array it would have to be guessed what is a record, refused ones too. */
const OPENING = Buffer.from('{"Records":[');
const SEPARATOR = Buffer.from(",\n");
const CLOSING = Buffer.from("]}");

/** The draft as a block of its own: its records, token for token. */
export function toBlock(draft: DraftBlock): PreparedBlock {
  const parts = draft.bytes.flatMap((bytes, index) => (index === 0 ? [bytes] : [SEPARATOR, bytes]));
  const data = gzipSync(Buffer.concat([OPENING, ...parts, CLOSING]));
  return blockOf(draft, draft.positions, data);
}

/** The draft as a block that is its whole object, kept as it came. */
export function toWholeBlock(draft: DraftBlock, object: Uint8Array): PreparedBlock {
  return blockOf(draft, null, object);
}

function blockOf(draft: DraftBlock, positions: readonly number[] | null, data: Uint8Array): PreparedBlock {
  const { month, time, events, refusals, refused } = draft;
  return { month, time, positions, data, events, refusals, refused };
}
