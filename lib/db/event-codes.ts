import type { ActorKind, Outcome } from "#lib/event/event.ts";

/** Small closed sets are numbers in the event row. Append only: rows written long ago hold these numbers. */
const ACTOR_KINDS = [
  "unknown",
  "person",
  "role",
  "service",
  "root",
  "account",
  "federated",
] as const satisfies ActorKind[];
const OUTCOMES = ["success", "denied", "failed"] as const satisfies Outcome[];

const READ_ONLY = 1;
const OUTCOME_SHIFT = 1;
const OUTCOME_MASK = 3;

export function actorKindCode(kind: ActorKind): number {
  return ACTOR_KINDS.indexOf(kind);
}

export function actorKindOf(code: number): ActorKind {
  return ACTOR_KINDS[code] ?? "unknown";
}

export function flagsOf(event: { readonly readOnly: boolean; readonly outcome: Outcome }): number {
  return (event.readOnly ? READ_ONLY : 0) | (OUTCOMES.indexOf(event.outcome) << OUTCOME_SHIFT);
}

export function isReadOnly(flags: number): boolean {
  return (flags & READ_ONLY) !== 0;
}

export function outcomeOf(flags: number): Outcome {
  return OUTCOMES[(flags >> OUTCOME_SHIFT) & OUTCOME_MASK] ?? "success";
}

type Bits = { readonly mask: number; readonly value: number };

/** The bits of `flags` that say so; null for text that is neither "true" nor "false". */
export function readOnlyBits(text: string): Bits | null {
  if (text !== "true" && text !== "false") return null;
  return { mask: READ_ONLY, value: text === "true" ? READ_ONLY : 0 };
}

/** The bits of `flags` that say so; null for text that is no outcome. */
export function outcomeBits(text: string): Bits | null {
  const code = (OUTCOMES as readonly string[]).indexOf(text);
  return code < 0 ? null : { mask: OUTCOME_MASK << OUTCOME_SHIFT, value: code << OUTCOME_SHIFT };
}
