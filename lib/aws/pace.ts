import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "#lib/server/failure.ts";

/** Lets so many calls a second begin, evenly spread, whoever makes them. */
export type Pace = {
  /** Ends when it is the caller's turn. Throws Failure "cancelled". */
  turn(signal: AbortSignal): Promise<void>;
  /** Nobody's turn comes within the next so many milliseconds. */
  hold(milliseconds: number): void;
};

export function createPace(callsPerSecond: number, now: () => number = () => performance.now()): Pace {
  const apart = 1000 / callsPerSecond;
  let next = 0;
  return {
    async turn(signal) {
      const mine = Math.max(now(), next);
      next = mine + apart;
      await pause(mine - now(), signal);
    },
    hold(milliseconds) {
      next = Math.max(next, now() + milliseconds);
    },
  };
}

/** Waits. Throws Failure "cancelled" as soon as the signal says so. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (!signal.aborted && milliseconds <= 0) return;
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    throw new Failure("cancelled", "The work was cancelled.", { cause: error });
  }
}

const shared = new Map<string, Pace>();

/** The one pace of this process for a limit of AWS's: sources that read the same account and region share it. */
export function sharedPace(name: string, callsPerSecond: number): Pace {
  const pace = shared.get(name) ?? createPace(callsPerSecond);
  shared.set(name, pace);
  return pace;
}
