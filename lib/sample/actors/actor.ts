import { SECOND } from "#lib/sample/calendar.ts";
import type { Fleet } from "#lib/sample/fleet.ts";
import { accessKeyId } from "#lib/sample/invent-id.ts";
import type { Place, Role } from "#lib/sample/organization.ts";
import type { Random } from "#lib/sample/random.ts";
import { assumedRole, type RoleSession, sessionArn } from "#lib/sample/records/identity.ts";
import type { Call, Caller } from "#lib/sample/records/record.ts";

/** One bout of work of an actor inside one slot of one place. */
export type Run = {
  readonly place: Place;
  readonly fleet: Fleet;
  readonly random: Random;
  /** When the run begins; the slot it lies in ends at `until`. */
  readonly from: number;
  readonly slotStart: number;
  readonly until: number;
  /** True the first time this is asked of `label` in this slot: where a session has to be opened. */
  readonly isFirst: (label: string) => boolean;
  /** The same sequence for the same label during `minutes`, whatever run asks: for keys that outlive a run. */
  readonly steady: (label: string, minutes: number) => Random;
  /** Writes a record; times past the slot's end are pulled back into it. Answers whether there is room for more. */
  readonly emit: (time: number, caller: Caller, call: Call) => boolean;
};

/** Someone or something that fills the background. */
export type Actor = {
  readonly name: string;
  /** Share of a place's events, relative to the other actors; `work` is how many people are at work, 0 to 1. */
  readonly weight: (place: Place, work: number) => number;
  /** Records that a run writes on average. */
  readonly runLength: number;
  readonly run: (run: Run) => void;
};

/** A caller with a role's temporary credentials. */
export function roleCaller(
  session: RoleSession,
  ip: string,
  agent: string,
  kind: Caller["kind"] = "client",
): Caller {
  return { identity: assumedRole(session), name: sessionArn(session), ip, agent, kind };
}

/** How long after a slot's beginning the sessions of pollers are opened, at most; their runs begin later. */
export const OPENING_SECONDS = 20;

/** A session opened in the first seconds of the run's slot, the same for all runs of the label in the slot. */
export function slotSession(
  run: Run,
  role: Role,
  session: string,
  extra: Partial<RoleSession> = {},
): RoleSession {
  const steady = run.steady(`${role.name}/${session}`, 5);
  const createdAt = run.slotStart + steady.below(OPENING_SECONDS) * SECOND;
  return { role, session, accessKeyId: accessKeyId(steady, "ASIA"), createdAt, ...extra };
}
