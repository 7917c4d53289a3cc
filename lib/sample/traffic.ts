import { atWork, SLOT } from "#lib/sample/calendar.ts";
import { type Place, STREAMS, type Stream } from "#lib/sample/organization.ts";
import { at, unitOf } from "#lib/sample/random.ts";

/**
 * How many background events each place writes in each 5-minute slot. A place that writes little would fill its
 * slots with one event each, so its slots are joined to windows of up to two hours and each window's events
 * happen in one slot of it: fewer, fuller objects, and the same count over the day.
 */
export type StreamTraffic = {
  readonly stream: Stream;
  /** Background events in the slot, counted from 1970. */
  readonly countIn: (slot: number) => number;
};

export type TrafficOrder = {
  readonly seed: number;
  readonly startSlot: number;
  /** The first slot after the trail. */
  readonly endSlot: number;
  /** Background events in all. */
  readonly events: number;
  /** True for slots in which nothing is delivered from a place. */
  readonly isSilent: (time: number, place: Place) => boolean;
};

/** Slots a window may join; each divides a day. */
const WINDOW_SIZES = [1, 2, 3, 6, 12, 24] as const;
const LARGEST_WINDOW = 24;
const WORTHWHILE_OBJECT = 24;

/** Plans all places; the sum is within one event a place of what was ordered. */
export function planTraffic(order: TrafficOrder): readonly StreamTraffic[] {
  const whole = STREAMS.reduce((sum, stream) => sum + stream.weight, 0);
  return STREAMS.map((stream, index) =>
    planStream(order, stream, index, (order.events * stream.weight) / whole),
  );
}

function planStream(order: TrafficOrder, stream: Stream, index: number, events: number): StreamTraffic {
  const { startSlot, endSlot } = order;
  const seed = order.seed + index * 7919;
  const perSlot = events / (endSlot - startSlot);
  const size = WINDOW_SIZES.find((slots) => perSlot * slots >= WORTHWHILE_OBJECT) ?? LARGEST_WINDOW;
  const firstWindow = Math.floor(startSlot / size);
  const windows = Math.floor((endSlot - 1) / size) - firstWindow + 1;
  const cumulative = new Float64Array(windows + 1);
  for (let window = 0; window < windows; window++) {
    let weight = 0;
    for (const slot of slotsOf(order, firstWindow + window, size))
      weight += slotWeight(order, stream, seed, slot);
    cumulative[window + 1] = (cumulative[window] ?? 0) + weight;
  }
  const scale = events / (cumulative[windows] ?? 1);
  const phase = unitOf(seed, 1, 1);
  const upTo = (window: number) => Math.floor((cumulative[window] ?? 0) * scale + phase);
  const countIn = (slot: number): number => {
    if (slot < startSlot || slot >= endSlot) return 0;
    const window = Math.floor(slot / size);
    if (activeSlot(order, stream, seed, window, size) !== slot) return 0;
    return upTo(window - firstWindow + 1) - upTo(window - firstWindow);
  };
  return { stream, countIn };
}

function slotsOf(order: TrafficOrder, window: number, size: number): readonly number[] {
  const from = Math.max(order.startSlot, window * size);
  const to = Math.min(order.endSlot, (window + 1) * size);
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** The slot in which a window's events happen; null where all of it is silent. */
function activeSlot(
  order: TrafficOrder,
  stream: Stream,
  seed: number,
  window: number,
  size: number,
): number | null {
  if (size === 1) return window;
  const speaking = slotsOf(order, window, size).filter((slot) => !order.isSilent(slot * SLOT, stream));
  return speaking.length === 0 ? null : at(speaking, Math.floor(unitOf(seed, window, 2) * speaking.length));
}

const STORM_CHANCE = 0.004;
const STORM_FACTOR = 5;

/** A machine's steady share, people's day on top, a little noise, and now and then a storm. */
function slotWeight(order: TrafficOrder, stream: Stream, seed: number, slot: number): number {
  const time = slot * SLOT;
  if (order.isSilent(time, stream)) return 0;
  const noise = 0.85 + 0.3 * unitOf(seed, slot, 3);
  const storm = unitOf(seed, slot, 4) < STORM_CHANCE ? STORM_FACTOR : 1;
  return (0.75 + 0.45 * atWork(time)) * noise * storm;
}
