import { type BlastSubject, parseBlastSubject } from "#lib/event/blast.ts";
import type { TimeRange } from "#lib/search/search.ts";
import { parseTimeRange } from "#lib/search/time-range.ts";
import { Failure } from "#lib/server/failure.ts";

export type BlastRequest = { readonly subject: BlastSubject; readonly range: TimeRange };

type Given = {
  readonly from: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
};

/**
 * Where a blast radius begins, and the span it is asked for.
 * @throws Failure("bad-request") for a text that names neither
 */
export function readBlastRequest({ from, since, until }: Given, now: number): BlastRequest {
  const subject = parseBlastSubject(from);
  if (subject === null) {
    throw new Failure("bad-request", `“${from.slice(0, 100)}” is no key, session, address or person.`, {
      remedy: "Write key:AKIA…, session:…, ip:… or actor:… and the value.",
    });
  }
  const { range, problems } = parseTimeRange(since ?? null, until ?? null, now);
  const [first] = problems;
  if (first !== undefined) throw new Failure("bad-request", first.message);
  return { subject, range };
}
