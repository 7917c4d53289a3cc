import { isPassing, isThrottle } from "#lib/aws/lookup-failures.ts";
import { type Pace, pause } from "#lib/aws/pace.ts";
import type { Failure } from "#lib/server/failure.ts";

/** Limits of waiting and trying one call of AWS. */
export type CallPatience = {
  /** Tries of one call that ends without an answer or with a fault of the server, the first included. */
  readonly attempts: number;
  /** The wait after the first throttle or fault; it doubles from there, to a minute at most. */
  readonly firstWaitMs: number;
  /** Being throttled without a break for this long is a failure. */
  readonly longestThrottleMs: number;
};

type Persistence = {
  readonly pace: Pace;
  readonly patience: CallPatience;
  /** What to say after so many milliseconds of being throttled. */
  readonly throttled: (milliseconds: number) => Failure;
};

const LONGEST_WAIT = 60_000;

/** Sends in its turn until there is an answer: a throttle is waited out, a broken call repeated. */
export async function persist<T>(
  send: () => Promise<T>,
  { pace, patience, throttled }: Persistence,
  signal: AbortSignal,
): Promise<T> {
  let faults = 0;
  let throttles = 0;
  let throttledSince: number | null = null;
  for (;;) {
    await pace.turn(signal);
    try {
      return await send();
    } catch (error) {
      if (signal.aborted) throw error;
      if (isThrottle(error)) {
        throttledSince ??= Date.now();
        const lasted = Date.now() - throttledSince;
        if (lasted >= patience.longestThrottleMs) throw throttled(lasted);
        pace.hold(waitOf(patience, throttles));
        throttles += 1;
      } else {
        faults += 1;
        if (!isPassing(error) || faults >= patience.attempts) throw error;
        await pause(waitOf(patience, faults - 1), signal);
      }
    }
  }
}

/** Doubles from try to try; the spread keeps several processes from coming back in step. */
function waitOf({ firstWaitMs }: CallPatience, tries: number): number {
  return Math.min(LONGEST_WAIT, firstWaitMs * 2 ** tries) * (0.5 + Math.random() / 2);
}
