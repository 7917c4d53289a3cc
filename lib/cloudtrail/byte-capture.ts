/**
 * Keeps the bytes of one value that may cross chunks. Within one chunk nothing is copied; across chunks the
 * pieces are kept until they exceed `maxBytes`, then dropped: memory stays bounded whatever comes.
 */
export type ByteCapture = {
  /** Begins at index `at` of the chunk now being read. */
  start(at: number): void;
  cancel(): void;
  /** Call at the end of every chunk: what was captured of it is copied aside. */
  endChunk(chunk: Uint8Array): void;
  /** The captured bytes up to `end` (not included), or null if they are more than `maxBytes`. */
  finish(chunk: Uint8Array, end: number): Uint8Array | null;
};

export function createByteCapture(maxBytes: number): ByteCapture {
  let active = false;
  let from = 0;
  let kept = new Uint8Array(0);
  let length = 0;
  let overflow = false;

  function keep(piece: Uint8Array): void {
    if (overflow || length + piece.length > maxBytes) {
      overflow = true;
      return;
    }
    if (length + piece.length > kept.length) {
      const larger = new Uint8Array(
        Math.min(maxBytes, Math.max(2 * kept.length, length + piece.length, 4096)),
      );
      larger.set(kept.subarray(0, length));
      kept = larger;
    }
    kept.set(piece, length);
    length += piece.length;
  }

  return {
    start(at) {
      active = true;
      from = at;
      length = 0;
      overflow = false;
    },
    cancel() {
      active = false;
    },
    endChunk(chunk) {
      if (!active) return;
      keep(chunk.subarray(from));
      from = 0;
    },
    finish(chunk, end) {
      active = false;
      if (length === 0 && !overflow) return end - from > maxBytes ? null : chunk.subarray(from, end);
      keep(chunk.subarray(0, end));
      return overflow ? null : kept.slice(0, length);
    },
  };
}
