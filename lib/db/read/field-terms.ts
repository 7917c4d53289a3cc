import type { EventColumn } from "#lib/db/read/predicate.ts";
import type { FieldId } from "#lib/event/fields.ts";

/**
 * The catalogue's map to SQL: under which path a field's values stand in the dictionary, and in which column of
 * the event row they can be seen at a glance. A field of the catalogue that is missing here does not compile.
 */
export const FIELD_TERMS = {
  event: { path: "@event", shortcut: "name" },
  service: { path: "@service", shortcut: "service" },
  actor: { path: "@actor", shortcut: "actor" },
  user: { path: "@user", shortcut: null },
  role: { path: "@role", shortcut: "role" },
  session: { path: "@session", shortcut: "session" },
  principal: { path: "@principal", shortcut: null },
  identity: { path: "@identity", shortcut: null },
  key: { path: "@key", shortcut: null },
  via: { path: "@via", shortcut: null },
  ip: { path: "@ip", shortcut: "ip" },
  agent: { path: "@agent", shortcut: "agent" },
  account: { path: "@account", shortcut: "account" },
  region: { path: "@region", shortcut: "region" },
  resource: { path: "@resource", shortcut: null },
  resourceType: { path: "@resourceType", shortcut: null },
  error: { path: "@error", shortcut: "error" },
  outcome: { path: "@outcome", shortcut: "flags" },
  readOnly: { path: "@readOnly", shortcut: "flags" },
  category: { path: "@category", shortcut: null },
  // Not a dictionary term: a column of its own. The path is where its presence is noted.
  id: { path: "@id", shortcut: null },
  request: { path: "@request", shortcut: null },
  mfa: { path: "@mfa", shortcut: null },
  origin: { path: "@origin", shortcut: null },
} as const satisfies Record<
  FieldId,
  { readonly path: string; readonly shortcut: EventColumn | "flags" | null }
>;
