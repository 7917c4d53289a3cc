import type pg from "pg";
import { ACTIVITY_FIELDS, EVERY_EVENT, isActivityField } from "#lib/db/activity/activity-fields.ts";
import { noteAppended } from "#lib/db/activity/fold-activity.ts";
import { copyRows } from "#lib/db/write/copy-rows.ts";
import type { CopyWriter } from "#lib/db/write/copy-writer.ts";
import { type EncodedEvent, fieldIndex, fieldTerm, typeTerms } from "#lib/db/write/encode-event.ts";
import { NumberList } from "#lib/db/write/number-list.ts";
import { FIELDS } from "#lib/event/fields.ts";

/** The number of each counted field in the roll-up, and where an event has its place. */
const COUNTED = FIELDS.flatMap(({ id }) =>
  isActivityField(id) ? [{ field: ACTIVITY_FIELDS[id], index: fieldIndex(id) }] : [],
);
const RESOURCE_TYPE = ACTIVITY_FIELDS.resourceType;
const HOUR = 3_600;
/** Each value of `flags` has a column of its own. */
const COUNTERS = 6;
const COLUMNS = 3 + COUNTERS;

/**
 * Where each cell of an hour begins among the numbers: by term; every event under 0, the events without a field under
 * its negative.
 */
type HourCells = Map<number, number>;

/**
 * What a batch adds to the roll-up: for each hour and each value of a counted field so many events, apart by
 * whether they read and how they ended. Rows are appended in the transaction of the events, so that both are there
 * or neither; they are folded together later (lib/db/activity/fold-activity.ts).
 */
export class ActivityCells {
  readonly #hours = new Map<number, HourCells>();
  // One array for all cells: an object each, thousands a batch, would be copied by the collector again and again.
  readonly #numbers = new NumberList();

  /** Every gap of the event has been filled. */
  add(event: EncodedEvent): void {
    const { time, flags } = event;
    const cells = this.#hourOf(Math.floor(time / HOUR));
    this.#count(cells, EVERY_EVENT, EVERY_EVENT, 0, flags);
    for (const { field, index } of COUNTED) {
      const id = fieldTerm(event, index);
      if (id === 0) this.#count(cells, -field, field, 0, flags);
      else if (field !== RESOURCE_TYPE) this.#count(cells, id, field, id, flags);
    }
    for (const id of typeTerms(event)) this.#count(cells, id, RESOURCE_TYPE, id, flags);
  }

  /** Appends what was added up, in the client's transaction. */
  async write(pool: pg.Pool, client: pg.PoolClient): Promise<void> {
    let rows = 0;
    await copyRows(client, "activity_delta", (writer) => {
      for (const [hour, cells] of this.#hours) {
        rows += cells.size;
        for (const at of cells.values()) this.#writeCell(writer, hour, at);
      }
    });
    noteAppended(pool, rows);
  }

  #hourOf(hour: number): HourCells {
    let cells = this.#hours.get(hour);
    if (cells === undefined) {
      cells = new Map();
      this.#hours.set(hour, cells);
    }
    return cells;
  }

  #count(cells: HourCells, key: number, field: number, term: number, flags: number): void {
    const numbers = this.#numbers;
    let at = cells.get(key);
    if (at === undefined) {
      at = numbers.length;
      cells.set(key, at);
      numbers.add(field);
      numbers.add(term);
      for (let counter = 0; counter < COUNTERS; counter++) numbers.add(0);
    }
    const counter = at + 2 + flags;
    numbers.set(counter, numbers.get(counter) + 1);
  }

  #writeCell(writer: CopyWriter, hour: number, at: number): void {
    const numbers = this.#numbers;
    writer.row(COLUMNS);
    writer.int2(numbers.get(at));
    writer.int4(hour);
    writer.int4(numbers.get(at + 1));
    for (let counter = 0; counter < COUNTERS; counter++) writer.int4(numbers.get(at + 2 + counter));
  }
}
