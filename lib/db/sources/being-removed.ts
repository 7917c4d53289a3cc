import { Failure } from "#lib/server/failure.ts";

/** What to say to someone who wants something of a source that is on its way out. */
export function beingRemoved(name: string): Failure {
  return new Failure("conflict", `${name} is being removed.`, {
    remedy: "Wait until that is done, or cancel it, and try again then.",
  });
}
