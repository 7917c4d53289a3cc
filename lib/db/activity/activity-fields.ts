import type { FieldId } from "#lib/event/fields.ts";

/**
 * The fields whose values the roll-up counts, by their numbers there. Append only: rows written long ago hold these
 * numbers, and the functions of the roll-up's migration know them. `readOnly` and `outcome` need none: every row
 * counts them apart.
 */
export const ACTIVITY_FIELDS = {
  event: 1,
  service: 2,
  actor: 3,
  role: 4,
  session: 5,
  account: 6,
  region: 7,
  ip: 8,
  agent: 9,
  error: 10,
  user: 11,
  identity: 12,
  resourceType: 13,
  category: 14,
  origin: 15,
} as const satisfies { readonly [id in FieldId]?: number };

export type ActivityField = keyof typeof ACTIVITY_FIELDS;

/** The number under which every event is counted. */
export const EVERY_EVENT = 0;

/** Fields of which one event can have several values. */
const SEVERAL_VALUES: ReadonlySet<FieldId> = new Set<FieldId>(["resourceType"]);

export function isActivityField(id: FieldId): id is ActivityField {
  return Object.hasOwn(ACTIVITY_FIELDS, id);
}

export function hasSeveralValues(id: FieldId): boolean {
  return SEVERAL_VALUES.has(id);
}
