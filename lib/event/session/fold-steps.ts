import type { Event, Outcome, Resource, Severity } from "#lib/event/event.ts";

/** Equal calls one after the other, as one step of a story. */
export type Step = {
  readonly eventName: string;
  readonly eventSource: string;
  readonly readOnly: boolean;
  readonly outcome: Outcome;
  readonly errorCode: string | null;
  /** Why its events are worth a second look, the gravest reason first. */
  readonly severities: readonly Severity[];
  /** Calls in the step. */
  readonly count: number;
  /** UTC, ISO 8601. */
  readonly first: string;
  readonly last: string;
  /** The first event of the step. */
  readonly eventId: string;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** The first few things that the calls named. */
  readonly resources: readonly Resource[];
  /** Different things in all. */
  readonly resourceCount: number;
};

/** Named in a step; of the rest there is the number. */
const MOST_NAMED = 3;

/**
 * The steps of events in the order of time: calls of the same name that ended alike are one while nothing comes
 * between.
 */
export function foldSteps(events: readonly Event[]): Step[] {
  const runs: Event[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    const before = run?.[0];
    if (run !== undefined && before !== undefined && isAlike(before, event)) run.push(event);
    else runs.push([event]);
  }
  return runs.flatMap(toStep);
}

function isAlike(one: Event, other: Event): boolean {
  return (
    one.eventName === other.eventName &&
    one.eventSource === other.eventSource &&
    one.outcome === other.outcome &&
    one.errorCode === other.errorCode &&
    // What a step hands out or turns off must not stand behind a call of the same name that did not.
    one.severities.join() === other.severities.join()
  );
}

function toStep(run: readonly Event[]): Step[] {
  const [first] = run;
  if (first === undefined) return [];
  const resources = new Map<string, Resource>();
  for (const event of run) for (const one of event.resources) resources.set(one.id, one);
  const { eventName, eventSource, readOnly, outcome, errorCode, eventId, eventTime, severities } = first;
  return [
    {
      eventName,
      eventSource,
      readOnly,
      outcome,
      errorCode,
      severities,
      count: run.length,
      first: eventTime,
      last: run.at(-1)?.eventTime ?? eventTime,
      eventId,
      accounts: [...new Set(run.flatMap(({ account }) => account ?? []))],
      regions: [...new Set(run.flatMap(({ region }) => region ?? []))],
      resources: [...resources.values()].slice(0, MOST_NAMED),
      resourceCount: resources.size,
    },
  ];
}
