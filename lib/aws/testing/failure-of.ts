import { inspect } from "node:util";
import { Failure } from "#lib/server/failure.ts";

/** The Failure this work ends with; a test fails here if it ends otherwise. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const outcome = await work.then(
    () => "no failure",
    (error: unknown) => error,
  );
  if (!(outcome instanceof Failure)) throw new Error(`Expected a Failure, got ${inspect(outcome)}`);
  return outcome;
}
