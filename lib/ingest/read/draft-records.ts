import { readRecord } from "#lib/cloudtrail/read-record.ts";
import { createRecordSplitter } from "#lib/cloudtrail/split-records.ts";
import type { SplitOutcome } from "#lib/cloudtrail/split-types.ts";
import { monthOf } from "#lib/db/write/partitions.ts";
import { NAMED_REFUSALS, type PreparedRefusal } from "#lib/db/write/prepared.ts";
import { addBytes, createDraft, type DraftBlock } from "#lib/ingest/read/draft-block.ts";

/**
 * Cuts an object's records out of its bytes and reads each, into one draft a month. A record that cannot be read
 * is refused by name; its bytes are kept among the others.
 */
export type RecordDrafter = {
  /** False once reading on is useless; `end` then tells why. */
  push(chunk: Uint8Array): boolean;
  end(): SplitOutcome;
  /** Drafts that hold at least `size` bytes, or very many records; they are handed over and forgotten here. 0: all. */
  take(size: number): DraftBlock[];
  /** True where some record's bytes were not kept, because they were too many or nested too deep. */
  readonly hasGaps: boolean;
  /** True where there were more records than it may take: the rest was passed over. */
  readonly isFull: boolean;
};

const RECORDS_PER_BLOCK = 5_000;

/**
 * `deliveredAt`: seconds since 1970 UTC, the time of what has no time of its own. `limit`: as many records as it may
 * hold, for an object that is in memory as a whole.
 */
export function createRecordDrafter(deliveredAt: number, limit = Number.POSITIVE_INFINITY): RecordDrafter {
  const drafts = new Map<string, DraftBlock>();
  let current: DraftBlock | null = null;
  let hasGaps = false;
  let taken = 0;
  let named = 0;

  function draftAt(time: number): DraftBlock {
    const month = monthOf(time);
    let draft = drafts.get(month);
    if (draft === undefined) {
      draft = createDraft(month, time);
      drafts.set(month, draft);
    }
    current = draft;
    return draft;
  }

  function refuse(refusal: PreparedRefusal, bytes: Uint8Array | null): void {
    const draft = current ?? draftAt(deliveredAt);
    if (bytes !== null) addBytes(draft, bytes, refusal.ordinal);
    draft.refused += 1;
    if (named === NAMED_REFUSALS) return;
    named += 1;
    draft.refusals.push(refusal);
  }

  const splitter = createRecordSplitter({
    onRecord(bytes, position) {
      if (++taken > limit) return;
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
      const reading = readText(text);
      if (reading.kind === "refused") {
        refuse({ ordinal: position, ...reading.refusal }, bytes);
        return;
      }
      const draft = draftAt(reading.record.time);
      const ordinal = addBytes(draft, bytes, position);
      draft.events.push({ ...reading.record, ordinal });
    },
    onRefused({ ordinal, code, message }) {
      if (++taken > limit) return;
      hasGaps = true;
      refuse({ ordinal, code, message }, null);
    },
  });

  return {
    push: (chunk) => splitter.push(chunk),
    end: () => splitter.end(),
    take(size) {
      const ready = [...drafts.values()].filter(
        ({ size: bytes, positions }) => bytes >= size || positions.length >= RECORDS_PER_BLOCK,
      );
      for (const draft of ready) drafts.delete(draft.month);
      if (current !== null && !drafts.has(current.month)) current = null;
      return ready;
    },
    get hasGaps() {
      return hasGaps;
    },
    get isFull() {
      return taken > limit;
    },
  };
}

function readText(text: string): ReturnType<typeof readRecord> | JsonRefusal {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: "refused", refusal: { code: "bad-json", message: `The record is not JSON: ${why}` } };
  }
  return readRecord(value, text);
}

type JsonRefusal = {
  readonly kind: "refused";
  readonly refusal: { readonly code: "bad-json"; readonly message: string };
};
