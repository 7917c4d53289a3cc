import type { Place } from "#lib/sample/organization.ts";
import { hashText, type Random, randomOf } from "#lib/sample/random.ts";
import type { Call, Caller } from "#lib/sample/records/record.ts";

/** An event that happens at a set moment, apart from the background. */
export type Planned = {
  readonly time: number;
  readonly place: Place;
  readonly caller: Caller;
  readonly call: (random: Random) => Call;
  /** Milliseconds after the first delivery at which the same event is delivered again; null as a rule. */
  readonly againAfter: number | null;
};

/** Takes down what happens at set moments of a trail. */
export type Planner = {
  readonly start: number;
  readonly end: number;
  /** The UTC midnight at or before the trail's end: stories count their days back from here. */
  readonly lastMidnight: number;
  /** Background events a day, against 3,333 (100,000 in 30 days): how much routine a trail of this size bears. */
  readonly density: number;
  /** A sequence of its own for a name. */
  readonly randomFor: (name: string) => Random;
  readonly add: (
    time: number,
    place: Place,
    caller: Caller,
    call: (random: Random) => Call,
    againAfter?: number,
  ) => void;
};

const EVENTS_A_DAY_OF_REFERENCE = 100_000 / 30;

/** A planner that keeps what lies inside the trail and is accepted by `keeps`. */
export function newPlanner(
  trail: { readonly seed: number; readonly events: number; readonly start: number; readonly end: number },
  lastMidnight: number,
  keeps: (time: number, place: Place) => boolean,
): { readonly planner: Planner; readonly planned: readonly Planned[] } {
  const planned: Planned[] = [];
  const { seed, start, end } = trail;
  const days = (end - start) / 86_400_000;
  const planner: Planner = {
    start,
    end,
    lastMidnight,
    density: trail.events / days / EVENTS_A_DAY_OF_REFERENCE,
    randomFor: (name) => randomOf(seed, hashText(name), 0x706c616e),
    add: (time, place, caller, call, againAfter) => {
      if (time < start || time >= end || !keeps(time, place)) return;
      planned.push({ time, place, caller, call, againAfter: againAfter ?? null });
    },
  };
  return { planner, planned };
}
