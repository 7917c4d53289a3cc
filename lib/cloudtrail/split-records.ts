import { createSplitMachine, failAt, isScanning, type SplitMachine } from "#lib/cloudtrail/split-machine.ts";
import { finishScan, step } from "#lib/cloudtrail/split-steps.ts";
import type {
  RecordSplitter,
  SplitOutcome,
  SplitRefusal,
  SplitterOptions,
} from "#lib/cloudtrail/split-types.ts";
import { MISMATCH, MORE, scanValue } from "#lib/cloudtrail/value-scanner.ts";

export type SplitResult = {
  readonly outcome: SplitOutcome;
  /** Views into the given bytes, in order; those found before a failure as well. */
  readonly records: readonly Uint8Array[];
  readonly refused: readonly SplitRefusal[];
};

/** `createRecordSplitter` over an object that is in memory as a whole. */
export function splitRecords(bytes: Uint8Array): SplitResult {
  const records: Uint8Array[] = [];
  const refused: SplitRefusal[] = [];
  const splitter = createRecordSplitter({
    onRecord: (record) => records.push(record),
    onRefused: (refusal) => refused.push(refusal),
  });
  splitter.push(bytes);
  return { outcome: splitter.end(), records, refused };
}

/**
 * Cuts the records out of a CloudTrail file without parsing them, so that each is kept token for token as AWS
 * delivered it, whatever JSON.parse would do to its numbers and escapes. It is a state machine over the bytes
 * outside the records; the value scanner runs over those inside. Memory is bounded by `maxRecordBytes`,
 * whatever the object's size. Accepted, in any chunking, with or without a byte order mark:
 *
 *   {"Records":[record, …]}        the file format of S3, the key anywhere among its siblings
 *   [record, …]   record           bare; and any of these forms one after the other, as in JSON lines
 *   {"detail-type":…,"detail":record}                 an EventBridge event
 *   {"Events":[{"CloudTrailEvent":"record"}, …]}      what `aws cloudtrail lookup-events` prints
 *
 * A record's bytes are balanced, not yet proven to be JSON: JSON.parse has the last word.
 */
export function createRecordSplitter(options: SplitterOptions): RecordSplitter {
  const machine = createSplitMachine(options);
  return { push: (chunk) => push(machine, chunk), end: () => end(machine) };
}

function push(machine: SplitMachine, chunk: Uint8Array): boolean {
  let i = 0;
  while (i < chunk.length && machine.state !== "failed") {
    if (isScanning(machine)) {
      const to = scanValue(machine.scanner, chunk, i);
      if (to === MORE) break;
      if (to === MISMATCH) {
        const { mismatchAt } = machine.scanner;
        failAt(machine, mismatchAt, chunk[mismatchAt] ?? 0);
        break;
      }
      finishScan(machine, chunk, to);
      i = to;
    } else if (isSkipped(chunk[i] ?? 0, machine.offset + i) || step(machine, chunk, i)) i++;
  }
  machine.element.endChunk(chunk);
  machine.token.endChunk(chunk);
  machine.offset += chunk.length;
  return machine.state !== "failed";
}

/** White space, or the UTF-8 byte order mark that editors put before the first byte. */
function isSkipped(byte: number, position: number): boolean {
  if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return true;
  return position < 3 && byte === [0xef, 0xbb, 0xbf][position];
}

function end(machine: SplitMachine): SplitOutcome {
  const { sink } = machine;
  // A bare scalar ends with the object; everything else ends with a bracket or quote of its own.
  if (machine.state === "in-scalar" && machine.scanner.isScalar && !machine.inBareArray) {
    finishScan(machine, new Uint8Array(0), 0);
  }
  if (machine.failure !== null) return machine.failure;
  if (machine.state !== "value" || machine.inBareArray) {
    const message = `The JSON ends too early, at byte ${machine.offset}, after ${sink.ordinal} whole records.`;
    return { kind: "truncated", position: machine.offset, message };
  }
  if (sink.cloudtrail > 0) return { kind: "ok" };
  return sink.firstForeign ?? { kind: "not-json", position: 0, message: "The object is empty." };
}
