import type { Planner } from "#lib/sample/planner.ts";
import { deliveredTwice, olderTrail, planDeliveredTwice } from "#lib/sample/stories/deliveries.ts";
import { leakedKey, planLeakedKey } from "#lib/sample/stories/leaked-key.ts";
import { hole, planSilentRegion, silentRegion } from "#lib/sample/stories/missing-logs.ts";
import { offScheduleStop, planOffScheduleStop } from "#lib/sample/stories/off-schedule-stop.ts";
import { planRootSignIn, rootSignIn } from "#lib/sample/stories/root-sign-in.ts";
import { planSharedSnapshot, sharedSnapshot } from "#lib/sample/stories/shared-snapshot.ts";
import type { Story } from "#lib/sample/stories/story.ts";

/** What can be found in every sample trail, the headline first. */
export const STORIES: readonly Story[] = [
  offScheduleStop,
  sharedSnapshot,
  leakedKey,
  rootSignIn,
  silentRegion,
  hole,
  deliveredTwice,
  olderTrail,
];

/** How many days before its end the stories reach back: no trail may be shorter. */
export const STORY_DAYS = 10;

/** Takes down all events of the stories. */
export function planStories(planner: Planner): void {
  planOffScheduleStop(planner);
  planSharedSnapshot(planner);
  planLeakedKey(planner);
  planRootSignIn(planner);
  planSilentRegion(planner);
  planDeliveredTwice(planner);
}
