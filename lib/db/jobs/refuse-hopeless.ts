import type { Job } from "#lib/db/jobs/job.ts";
import { Failure } from "#lib/server/failure.ts";

/** What ends a worker ends the next as well: after so many it is the job that is the trouble. */
const MOST_TRIES = 5;

/** @throws Failure("internal") where a job was taken up again and again and never came any further */
export function refuseHopeless({ tries }: Job): void {
  if (tries <= MOST_TRIES) return;
  throw new Failure(
    "internal",
    `The job was taken up ${MOST_TRIES} times and broke off each time before it came any further.`,
    { remedy: "The worker's log says what ended it. Once that is mended, start it again." },
  );
}
