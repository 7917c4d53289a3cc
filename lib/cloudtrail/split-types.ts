/** An element that was skipped. `ordinal` counts all elements of the object from 0. */
export type SplitRefusal = {
  readonly ordinal: number;
  readonly code: "too-large" | "too-deep" | "not-cloudtrail";
  readonly message: string;
};

/** How the whole object ended. Records handed over before a failure stand. `position` counts bytes from 0. */
export type SplitOutcome =
  | { readonly kind: "ok" }
  | { readonly kind: "not-json"; readonly position: number; readonly message: string }
  | { readonly kind: "truncated"; readonly position: number; readonly message: string }
  | { readonly kind: "not-cloudtrail"; readonly isDigest: boolean; readonly message: string };

export type RecordSplitter = {
  /** False once reading on is useless; `end` then tells why. */
  push(chunk: Uint8Array): boolean;
  end(): SplitOutcome;
};

export type SplitterOptions = {
  /** The record's own bytes: a view into the pushed chunk where the record lies in one chunk, else a copy. */
  readonly onRecord: (bytes: Uint8Array, ordinal: number) => void;
  readonly onRefused: (refusal: SplitRefusal) => void;
  /** Larger records are refused without being held. */
  readonly maxRecordBytes?: number;
  readonly maxDepth?: number;
};

/** Four times AWS's own limit for one event (256 KiB). */
export const MAX_RECORD_BYTES = 1024 * 1024;
/** Far beyond any real record; keeps recursive readers safe. */
export const MAX_RECORD_DEPTH = 200;
