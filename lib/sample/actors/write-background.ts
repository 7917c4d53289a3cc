import { type Actor, OPENING_SECONDS, type Run } from "#lib/sample/actors/actor.ts";
import { backupUser } from "#lib/sample/actors/key-users.ts";
import { MACHINES } from "#lib/sample/actors/machines.ts";
import { people } from "#lib/sample/actors/people.ts";
import { POLLERS } from "#lib/sample/actors/pollers.ts";
import { SERVICES } from "#lib/sample/actors/services.ts";
import { atWork, MINUTE, SECOND, SLOT } from "#lib/sample/calendar.ts";
import { fleetOf } from "#lib/sample/fleet.ts";
import type { Place } from "#lib/sample/organization.ts";
import { at, hashText, randomOf } from "#lib/sample/random.ts";
import { writeRecord } from "#lib/sample/records/record.ts";

const ACTORS: readonly Actor[] = [...POLLERS, ...MACHINES, ...SERVICES, people, backupUser];

/** Records in a cell from which on every session is seen to be opened. */
const CELL_WITH_OPENINGS = 30;

/** Which part of the background: records of one place in one slot; big slots are written in several parts. */
export type Cell = {
  readonly seed: number;
  readonly place: Place;
  readonly slot: number;
  readonly part: number;
};

/** Writes exactly `count` background records of a cell. The same cell and count give the same records. */
export function writeBackground(cell: Cell, count: number): string[] {
  const { seed, place, slot } = cell;
  const placeHash = hashText(`${place.account}/${place.region}`);
  const random = randomOf(seed, placeHash, slot, cell.part);
  const slotStart = slot * SLOT;
  const work = atWork(slotStart);
  const shares = ACTORS.map((actor) => actor.weight(place, work) / Math.min(actor.runLength, count));
  const total = shares.reduce((sum, share) => sum + share, 0);
  // in a small cell a session was mostly opened before: else a small trail would hold little but openings
  const showsOpenings = cell.part === 0 && random.chance(count / CELL_WITH_OPENINGS);
  const opened = new Set<string>();
  const records: string[] = [];
  const until = slotStart + SLOT;
  const common: Omit<Run, "from"> = {
    place,
    fleet: fleetOf(place),
    random,
    slotStart,
    until,
    isFirst: (label) => showsOpenings && !opened.has(label) && opened.add(label).size > 0,
    steady: (label, minutes) => {
      const period = Math.floor(slotStart / (minutes * MINUTE));
      return randomOf(seed ^ placeHash, hashText(label), period, minutes);
    },
    emit: (time, caller, call) => {
      if (records.length >= count) return false;
      records.push(writeRecord(place, Math.min(time, until - SECOND), caller, call, random));
      return records.length < count;
    },
  };
  while (records.length < count) {
    const actor = at(ACTORS, pickByShare(shares, random.unit() * total));
    const from = slotStart + OPENING_SECONDS * SECOND + random.below(SLOT - 2 * OPENING_SECONDS * SECOND);
    actor.run({ ...common, from });
  }
  return records;
}

function pickByShare(shares: readonly number[], point: number): number {
  let left = point;
  for (let index = 0; index < shares.length; index++) {
    left -= at(shares, index);
    if (left < 0) return index;
  }
  return shares.length - 1;
}
