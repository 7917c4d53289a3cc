import { describeForeign, jsonObjectKind } from "#lib/cloudtrail/json-object-kind.ts";
import { readLookupEntry } from "#lib/cloudtrail/lookup-entry.ts";
import {
  MAX_RECORD_BYTES,
  MAX_RECORD_DEPTH,
  type SplitOutcome,
  type SplitRefusal,
  type SplitterOptions,
} from "#lib/cloudtrail/split-types.ts";

/** After so many values that are not CloudTrail, and not one that is, the rest is not read. */
const FOREIGN_LIMIT = 100;

/** Takes the elements that the splitter cut out, one by one, and hands each on as a record or a refusal. */
export type RecordSink = {
  readonly options: SplitterOptions;
  readonly maxRecordBytes: number;
  readonly maxDepth: number;
  /** Elements seen so far. */
  ordinal: number;
  /** Elements that are CloudTrail, refused or not; also a `Records` array that is empty. */
  cloudtrail: number;
  firstForeign: (SplitOutcome & { kind: "not-cloudtrail" }) | null;
};

/** One element as cut: `bytes` is null where it is larger than the limit. */
export type CutElement = { readonly bytes: Uint8Array | null; readonly tooDeep: boolean };

/** The top-level keys of an object, and where `detail` lies within its bytes. */
export type ObjectOutline = {
  readonly keys: ReadonlySet<string>;
  readonly detail: { readonly from: number; readonly to: number } | null;
};

export function createRecordSink(options: SplitterOptions): RecordSink {
  return {
    options,
    maxRecordBytes: options.maxRecordBytes ?? MAX_RECORD_BYTES,
    maxDepth: options.maxDepth ?? MAX_RECORD_DEPTH,
    ordinal: 0,
    cloudtrail: 0,
    firstForeign: null,
  };
}

/** True once nothing here looks like CloudTrail and reading on is useless. */
export function isHopeless(sink: RecordSink): boolean {
  return sink.cloudtrail === 0 && sink.ordinal >= FOREIGN_LIMIT;
}

/** An element of `Records`, or a bare record. What it holds is for the reader of records to judge. */
export function takeRecord(sink: RecordSink, { bytes, tooDeep }: CutElement): void {
  const ordinal = sink.ordinal++;
  sink.cloudtrail++;
  if (bytes === null)
    refuse(sink, ordinal, "too-large", `The record is larger than ${sink.maxRecordBytes} bytes.`);
  else if (tooDeep)
    refuse(sink, ordinal, "too-deep", `The record nests deeper than ${sink.maxDepth} levels.`);
  else sink.options.onRecord(bytes, ordinal);
}

/** An entry of LookupEvents. */
export function takeLookupEntry(sink: RecordSink, element: CutElement): void {
  const record = element.bytes === null || element.tooDeep ? null : readLookupEntry(element.bytes);
  if (record !== null) {
    takeRecord(sink, { bytes: record.length > sink.maxRecordBytes ? null : record, tooDeep: false });
  } else if (element.bytes === null || element.tooDeep) {
    takeRecord(sink, element);
  } else {
    takeForeign(sink, false, "This entry of Events has no CloudTrailEvent text.");
  }
}

/** An object outside `Records` and `Events`, known by its keys. */
export function takeObject(sink: RecordSink, element: CutElement, outline: ObjectOutline): void {
  const kind = jsonObjectKind(outline.keys);
  if (kind === "record") takeRecord(sink, element);
  else if (kind === "lookup") takeLookupEntry(sink, element);
  else if (kind === "envelope" && outline.detail !== null) {
    const { from, to } = outline.detail;
    takeRecord(sink, { ...element, bytes: element.bytes?.subarray(from, to) ?? null });
  } else takeForeign(sink, kind === "digest", describeForeign(outline.keys));
}

export function takeForeign(sink: RecordSink, isDigest: boolean, message: string): void {
  sink.firstForeign ??= { kind: "not-cloudtrail", isDigest, message };
  refuse(sink, sink.ordinal++, "not-cloudtrail", message);
}

function refuse(sink: RecordSink, ordinal: number, code: SplitRefusal["code"], message: string): void {
  sink.options.onRefused({ ordinal, code, message });
}
