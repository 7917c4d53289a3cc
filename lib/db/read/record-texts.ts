import { splitRecords } from "#lib/cloudtrail/split-records.ts";
import { readBlock } from "#lib/db/read/read-block.ts";
import type { RecordPlace } from "#lib/db/read/stored-record.ts";
import type { Queryable } from "#lib/db/sql/raw.ts";

/** Reads records as they were delivered, many at a time, in bounded memory. */
export type RecordTexts = {
  /**
   * The text of each of these records, in their order, each on one line. Throws where one is missing: that is damage.
   */
  readonly of: (on: Queryable, places: readonly RecordPlace[]) => Promise<string[]>;
};

type Opened = { readonly records: readonly Uint8Array[]; readonly bytes: number };

/** Events of one log object lie close in time, so the blocks of one page are often those of the next. */
const KEPT_BYTES = 48 * 1024 ** 2;

export function createRecordTexts(): RecordTexts {
  /** In the order of their last use. */
  const opened = new Map<bigint, Opened>();
  let kept = 0;

  async function open(on: Queryable, { block, time }: RecordPlace): Promise<Opened> {
    const before = opened.get(block);
    opened.delete(block);
    const found = before ?? (await unpack(on, block, time));
    opened.set(block, found);
    if (before === undefined) kept += found.bytes;
    for (const [id, { bytes }] of opened) {
      if (kept <= KEPT_BYTES || id === block) break;
      opened.delete(id);
      kept -= bytes;
    }
    return found;
  }

  return {
    async of(on, places) {
      const texts: string[] = new Array(places.length).fill("");
      for (const sharing of byBlock(places)) {
        const [first] = sharing;
        if (first === undefined) continue;
        const { records } = await open(on, first.place);
        for (const { place, index } of sharing) {
          const bytes = records[place.ordinal];
          if (bytes === undefined)
            throw new Error(`Record ${place.ordinal} of block ${place.block} is missing`);
          texts[index] = onOneLine(new TextDecoder().decode(bytes));
        }
      }
      return texts;
    },
  };
}

type Numbered = { readonly place: RecordPlace; readonly index: number };

function byBlock(places: readonly RecordPlace[]): Iterable<readonly Numbered[]> {
  const groups = new Map<bigint, Numbered[]>();
  places.forEach((place, index) => {
    const group = groups.get(place.block);
    if (group === undefined) groups.set(place.block, [{ place, index }]);
    else group.push({ place, index });
  });
  return groups.values();
}

async function unpack(on: Queryable, block: bigint, time: number): Promise<Opened> {
  const { bytes } = await readBlock(on, block, time);
  return { records: splitRecords(bytes).records, bytes: bytes.byteLength };
}

/** In JSON a bare line end stands between tokens only, where any blank means the same. */
function onOneLine(json: string): string {
  return json.replace(/[\r\n]+/g, " ");
}
