import type { EventColumn } from "#lib/db/read/predicate.ts";
import type { FieldId } from "#lib/event/fields.ts";

/**
 * The catalogue's map to SQL: under which path a field's values stand in the dictionary, and in which column of
 * the event row, if they have one. A field of the catalogue that is missing here does not compile.
 */
export const FIELD_TERMS = {
  event: { path: "@event", column: "name" },
  service: { path: "@service", column: "service" },
  actor: { path: "@actor", column: "actor" },
  user: { path: "@user", column: null },
  role: { path: "@role", column: "role" },
  session: { path: "@session", column: "session" },
  principal: { path: "@principal", column: null },
  identity: { path: "@identity", column: null },
  key: { path: "@key", column: null },
  via: { path: "@via", column: null },
  ip: { path: "@ip", column: "ip" },
  agent: { path: "@agent", column: "agent" },
  account: { path: "@account", column: "account" },
  region: { path: "@region", column: "region" },
  resource: { path: "@resource", column: null },
  resourceType: { path: "@resourceType", column: null },
  error: { path: "@error", column: "error" },
  outcome: { path: "@outcome", column: null },
  readOnly: { path: "@readOnly", column: null },
  category: { path: "@category", column: null },
  // Not a dictionary term: a column of its own. The path is where its presence is noted.
  id: { path: "@id", column: null },
  request: { path: "@request", column: null },
  mfa: { path: "@mfa", column: null },
  origin: { path: "@origin", column: null },
} as const satisfies Record<FieldId, { readonly path: string; readonly column: EventColumn | null }>;
