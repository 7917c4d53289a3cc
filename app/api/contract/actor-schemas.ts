import * as z from "zod";
import { placeOfAddress } from "#app/api/contract/address-schemas.ts";
import { ActorOriginSchema } from "#app/api/contract/chain-schemas.ts";
import type { ActorProfile, Relations } from "#lib/event/actor/actor-profile.ts";

/** The answer about one actor. Tests hold real answers against it. */

const text = z.string();
const orNull = text.nullable();
const time = z.iso.datetime();
const count = z.int().nonnegative();
const kind = z.enum(["person", "role", "service", "root", "account", "federated", "unknown"]);

const told = {
  events: count,
  isWhole: z.boolean().describe("False where these are the newest of more events."),
};
const seen = {
  value: text,
  count,
  denied: count,
  failed: count,
  first: time.describe("Within the span."),
  last: time,
  isNew: z
    .boolean()
    .nullable()
    .describe(
      "True where the 30 days before the span do not have it; null where no logs of theirs are loaded.",
    ),
};
const list = z.array(z.strictObject(seen));

const RelationsSchema: z.ZodType<Relations> = z
  .strictObject({
    q: text.describe("The query that finds these calls."),
    told: z.strictObject(told),
    with: z.array(
      z.strictObject({ name: text, kind, account: orNull, count, denied: count, last: time, eventId: text }),
    ),
  })
  .meta({ id: "Relations" });

const ActivitySchema = z.strictObject({
  isExact: z.boolean(),
  events: count,
  grain: z.enum(["hour", "day"]),
  cells: z.array(z.strictObject({ start: time, read: count, write: count, error: count })),
});

const PolicySchema = z.strictObject({
  document: z.strictObject({
    Version: z.literal("2012-10-17"),
    Statement: z.array(
      z.strictObject({
        Sid: text,
        Effect: z.literal("Allow"),
        Action: z.array(text),
        Resource: z.literal("*"),
      }),
    ),
  }),
  actions: count,
  onlyDenied: z.array(text),
  unknowns: z.array(text).describe("What these events can't tell."),
});

export const ActorSchema: z.ZodType<ActorProfile> = z
  .strictObject({
    name: text,
    isRole: z.boolean(),
    q: text.describe("The query that finds the events."),
    from: time,
    to: time,
    kinds: z.array(z.strictObject({ kind, count })),
    activity: ActivitySchema,
    told: z.strictObject(told).describe("Of what the lists are made."),
    denied: count,
    failed: count,
    services: list,
    calls: z.array(z.strictObject({ ...seen, service: text })),
    accounts: list,
    regions: list,
    addresses: z.array(z.strictObject({ ...seen, ...placeOfAddress })),
    agents: z.array(z.strictObject({ ...seen, tool: text })),
    roles: list,
    errors: list,
    refusals: z.array(
      z.strictObject({
        service: text,
        event: text,
        count,
        last: time,
        errorCode: orNull,
        reason: orNull.describe("What AWS said to the last of them, where that is at hand."),
        eventId: orNull,
      }),
    ),
    before: z.strictObject({ ...told, from: time, to: time, isKnown: z.boolean() }),
    loadedFrom: time,
    loadedTo: time.describe("The newest event of all that is loaded."),
    identities: z.array(text),
    sessions: z.array(
      z.strictObject({
        id: text,
        session: orNull,
        role: orNull,
        account: orNull,
        events: count,
        last: time,
        origin: ActorOriginSchema.nullable(),
      }),
    ),
    assumes: RelationsSchema,
    assumedBy: RelationsSchema.nullable(),
    policy: PolicySchema,
  })
  .meta({ id: "ActorProfile" });
