import { gzipSync } from "node:zlib";
import { DAY, midnight, SLOT, slotOf } from "#lib/sample/calendar.ts";
import { type Deliveries, logShelf, placeName, sortDeliveries } from "#lib/sample/log-shelf.ts";
import { OLDER_TRAIL, type Place } from "#lib/sample/organization.ts";
import { newPlanner, type Planned } from "#lib/sample/planner.ts";
import { hashText } from "#lib/sample/random.ts";
import { planCiRuns } from "#lib/sample/routine/ci-runs.ts";
import { planSignIns } from "#lib/sample/routine/sign-ins.ts";
import type { SampleObject, Shelf } from "#lib/sample/sample-object.ts";
import { configShelf, digestShelf } from "#lib/sample/side-shelves.ts";
import { olderTrailTime } from "#lib/sample/stories/deliveries.ts";
import { isInHole } from "#lib/sample/stories/missing-logs.ts";
import { planStories, STORY_DAYS } from "#lib/sample/stories/stories.ts";
import { planTraffic } from "#lib/sample/traffic.ts";

/**
 * A believable organization's trail, the same for the same arguments to the last byte. Nothing is kept but the plan:
 * objects are written as they are asked for, so a trail of 50 million events takes no more memory than a small one.
 */

export type SampleOptions = {
  readonly seed: number;
  /** Distinct events, to within one in a hundred; copies come on top. At least 10,000. */
  readonly events: number;
  /** Milliseconds since 1970 UTC; rounded down to 5 minutes. */
  readonly end: number;
  /** Whole days, at least 10: the stories reach back that far. */
  readonly days: number;
};

export type SampleTrail = {
  /** Milliseconds since 1970 UTC: the trail's events lie in start <= time < end. */
  readonly start: number;
  readonly end: number;
  /** Tells trails apart: different options, different number. */
  readonly identity: number;
  /** All objects as they were published, oldest first. */
  readonly objects: () => Iterable<SampleObject>;
  /** Folders of day folders, in key order. */
  readonly shelves: readonly Shelf[];
};

const FEWEST_EVENTS = 10_000;

/** Plans a trail. Throws RangeError for options out of bounds. */
export function sampleTrail(options: SampleOptions): SampleTrail {
  checkOptions(options);
  const end = Math.floor(options.end / SLOT) * SLOT;
  const start = end - options.days * DAY;
  const lastMidnight = midnight(end);
  const seed = hashText(`${options.seed}/${options.events}/${end}/${options.days}`);
  const isSilent = (time: number, place: Place) => isInHole(lastMidnight, time, place);
  const { planner, planned } = newPlanner(
    { seed, events: options.events, start, end },
    lastMidnight,
    (time, place) => !isSilent(time, place),
  );
  planStories(planner);
  planCiRuns(planner);
  planSignIns(planner);
  const shelves = buildShelves({
    seed,
    start,
    end,
    lastMidnight,
    planned,
    events: options.events - planned.length,
    isSilent,
  });
  return {
    start,
    end,
    identity: seed,
    shelves,
    objects: () => inTimeOrder(shelves, slotOf(start), slotOf(end)),
  };
}

function checkOptions({ seed, events, end, days }: SampleOptions): void {
  if (!Number.isInteger(seed)) throw new RangeError("The seed must be a whole number.");
  if (!Number.isInteger(events) || events < FEWEST_EVENTS) {
    throw new RangeError(`A sample trail has at least ${FEWEST_EVENTS} events.`);
  }
  if (!Number.isInteger(days) || days < STORY_DAYS)
    throw new RangeError(`A sample trail lasts at least ${STORY_DAYS} whole days.`);
  if (!Number.isFinite(end)) throw new RangeError("The end must be a time in milliseconds since 1970.");
}

type ShelfOrder = {
  readonly seed: number;
  readonly start: number;
  readonly end: number;
  readonly lastMidnight: number;
  readonly planned: readonly Planned[];
  readonly events: number;
  readonly isSilent: (time: number, place: Place) => boolean;
};

function buildShelves(order: ShelfOrder): readonly Shelf[] {
  const { seed, start, end, lastMidnight, isSilent } = order;
  const byPlace = sortDeliveries(order.planned);
  const traffics = planTraffic({
    seed,
    startSlot: slotOf(start),
    endSlot: slotOf(end),
    events: order.events,
    isSilent,
  });
  const older = olderTrailTime(lastMidnight);
  const shelves: Shelf[] = [configShelf(lastMidnight)];
  const none: Deliveries = new Map();
  for (const traffic of traffics) {
    const deliveries = byPlace.get(placeName(traffic.stream)) ?? none;
    shelves.push(
      logShelf({ seed, traffic, deliveries, trail: "organization", during: { from: start, to: end } }),
    );
    if (traffic.stream.account !== OLDER_TRAIL.account) continue;
    const again = logShelf({ seed, traffic, deliveries, trail: "account", during: older });
    shelves.push(again, digestShelf(traffic.stream, again, older));
  }
  return shelves.sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
}

function* inTimeOrder(shelves: readonly Shelf[], from: number, to: number): Iterable<SampleObject> {
  for (let slot = from; slot < to; slot++) {
    for (const shelf of shelves) yield* shelf.objectsAt(slot);
  }
}

/** gzip's fastest level: the sample repeats itself so much that the slower ones gain a twentieth. */
const DEFAULT_LEVEL = 1;

/** An object's bytes as stored: gzip. `level` is zlib's, 1 to 9. */
export function compressed(object: SampleObject, level = DEFAULT_LEVEL): Uint8Array {
  return gzipSync(object.text(), { level });
}
