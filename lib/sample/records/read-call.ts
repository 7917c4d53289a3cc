import type { Fleet } from "#lib/sample/fleet.ts";
import type { Place } from "#lib/sample/organization.ts";
import type { Random } from "#lib/sample/random.ts";

/** A call that only reads, as pollers repeat it endlessly. */
export type ReadCall = {
  readonly service: string;
  readonly name: string;
  /** JSON text of requestParameters. */
  readonly request: (random: Random, fleet: Fleet, place: Place) => string;
};

/** A read whose parameters are always the same. */
export function plainRead(service: string, name: string, request = "null"): ReadCall {
  return { service, name, request: () => request };
}

/** A read that names one thing of the fleet. */
export function readOf(
  service: string,
  name: string,
  parameter: string,
  list: (fleet: Fleet) => readonly string[],
): ReadCall {
  return {
    service,
    name,
    request: (random, fleet) => `{"${parameter}":"${random.pick(list(fleet))}"}`,
  };
}
