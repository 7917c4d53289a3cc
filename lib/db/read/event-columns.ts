import * as z from "zod";
import { sql } from "#lib/db/sql/raw.ts";

/** What the readers take of an event row, and its shape. Ids are those of the dictionary. */
export const EVENT_COLUMNS = sql`extract(epoch from e.event_time)::bigint as time, e.event_id::text as uuid, e.account,
  e.region, e.name, e.service, e.actor, e.role, e.session, e.ip, e.agent, e.error, e.kind, e.flags, e.resources, e.terms`;

export const EventColumns = z.object({
  /** Seconds since 1970 UTC. */
  time: z.coerce.number(),
  uuid: z.string(),
  account: z.int(),
  region: z.int(),
  name: z.int(),
  service: z.int(),
  actor: z.int(),
  role: z.int(),
  session: z.int(),
  ip: z.int(),
  agent: z.int(),
  error: z.int(),
  kind: z.int(),
  flags: z.int(),
  resources: z.array(z.int()),
  terms: z.array(z.int()),
});

export type EventColumns = z.infer<typeof EventColumns>;
