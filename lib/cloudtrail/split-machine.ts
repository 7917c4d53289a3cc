import { type ByteCapture, createByteCapture } from "#lib/cloudtrail/byte-capture.ts";
import { createRecordSink, type RecordSink } from "#lib/cloudtrail/record-sink.ts";
import type { SplitOutcome, SplitterOptions } from "#lib/cloudtrail/split-types.ts";
import { createValueScanner, type ValueScanner } from "#lib/cloudtrail/value-scanner.ts";

/**
 * The states of the splitter name what comes next, or (`in-`) what the value scanner is inside of: outside
 * `value` a bare array                 `element` (or its end), `next-element` (after a comma), `after-element` an
 * object                    `key` (or its end), `next-key`, `in-key`, `colon`, `member`, `in-member`, `after-member`
 * Records or Events            `record` (or its end), `next-record`, `in-record`, `after-record` no object where one
 * belongs  `in-scalar` `failed` is final.
 */
export type State =
  | ("value" | "in-scalar" | "failed")
  | ("element" | "next-element" | "after-element")
  | ("key" | "next-key" | "in-key" | "colon" | "member" | "in-member" | "after-member")
  | ("record" | "next-record" | "in-record" | "after-record");

export type SplitMachine = {
  readonly sink: RecordSink;
  readonly scanner: ValueScanner;
  /** The element being read, whole. */
  readonly element: ByteCapture;
  /** A key of an object, or a scalar where an object belongs. */
  readonly token: ByteCapture;
  state: State;
  inBareArray: boolean;
  /** Set while the elements of `Records` or `Events` are read. */
  list: "Records" | "Events" | null;
  /** True where the object at hand turned out to hold such a list, and is no record itself. */
  isContainer: boolean;
  keys: Set<string>;
  lastKey: string;
  /** Some member of the object at hand nests too deep. */
  tooDeep: boolean;
  objectFrom: number;
  memberFrom: number;
  detail: { from: number; to: number } | null;
  /** Bytes of all chunks before this one. */
  offset: number;
  failure: SplitOutcome | null;
};

/** Longer keys are no keys that matter here. */
const MAX_KEY_BYTES = 1024;
export function createSplitMachine(options: SplitterOptions): SplitMachine {
  const sink = createRecordSink(options);
  return {
    sink,
    scanner: createValueScanner(sink.maxDepth),
    element: createByteCapture(sink.maxRecordBytes),
    token: createByteCapture(MAX_KEY_BYTES),
    state: "value",
    inBareArray: false,
    list: null,
    isContainer: false,
    keys: new Set(),
    lastKey: "",
    tooDeep: false,
    objectFrom: 0,
    memberFrom: 0,
    detail: null,
    offset: 0,
    failure: null,
  };
}

/** True while the value scanner has the word. */
export function isScanning(machine: SplitMachine): boolean {
  const { state } = machine;
  return state === "in-record" || state === "in-member" || state === "in-key" || state === "in-scalar";
}

/** Ends the reading: nothing from byte `position` of the whole object on is JSON. */
export function failAt(machine: SplitMachine, at: number, byte: number): void {
  const position = machine.offset + at;
  machine.failure = {
    kind: "not-json",
    position,
    message: `Byte ${position} is not JSON: found ${show(byte)}.`,
  };
  machine.state = "failed";
}

function show(byte: number): string {
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `0x${byte.toString(16).padStart(2, "0")}`;
}
