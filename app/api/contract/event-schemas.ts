import * as z from "zod";
import { PlaceOfAddressSchema } from "#app/api/contract/address-schemas.ts";
import { ActorOriginSchema, ChainSchema, SeveritySchema } from "#app/api/contract/chain-schemas.ts";
import type { Health } from "#lib/db/read-health.ts";
import type { Neighbours } from "#lib/db/read-neighbours.ts";
import type { PlaceCoverage } from "#lib/db/read-place-coverage.ts";
import type { Event } from "#lib/event/event.ts";
import type { Coverage } from "#lib/search/coverage.ts";
import type { EventCount } from "#lib/search/summary.ts";
import { FAILURE_CODES } from "#lib/server/failure.ts";

/** The answers about events. Tests hold real answers against them; the types hold them against the code. */

const text = z.string();
const orNull = text.nullable();
const time = z.iso.datetime();
const count = z.int().min(0);

export const EventSchema: z.ZodType<Event> = z
  .strictObject({
    eventId: text,
    eventTime: time.describe("UTC, whole seconds, as AWS delivers them."),
    eventName: text,
    eventSource: text,
    readOnly: z.boolean(),
    category: text,
    account: orNull.describe("The account that received the event."),
    region: orNull,
    actor: z
      .strictObject({
        kind: z.enum(["person", "role", "service", "root", "account", "federated", "unknown"]),
        name: text.describe("Who acted, resolved as far as the record allows."),
        role: orNull,
        session: orNull.describe("The role session's name, as its creator claimed it."),
        arn: orNull,
        accessKeyId: orNull,
        via: orNull.describe("The AWS service that called for the actor."),
        origin: ActorOriginSchema.optional().describe(
          "Who is behind the credential, through every role that was assumed; absent where it was not looked up.",
        ),
        path: z.array(text).optional().describe("The roles from the origin to this event, its own last."),
      })
      .meta({ id: "Actor" }),
    sourceIp: orNull,
    place: PlaceOfAddressSchema.nullable()
      .optional()
      .describe("Where that is; null where there is none, absent where it was not looked up."),
    userAgent: orNull,
    outcome: z.enum(["success", "denied", "failed"]),
    errorCode: orNull,
    severities: z.array(SeveritySchema).describe("Why it is worth a second look, the gravest reason first."),
    resources: z.array(z.strictObject({ id: text, type: orNull })),
    origin: text.describe("The source that delivered it first."),
  })
  .meta({ id: "Event" });

const PlaceSchema: z.ZodType<PlaceCoverage> = z.strictObject({
  accounts: z.array(text).nullable(),
  regions: z.array(text).nullable(),
  isLoaded: z.boolean(),
});

const coverage = z.strictObject({
  sources: count,
  syncing: z.boolean().describe("True while a job waits or works."),
  totalEvents: count,
  oldestEventTime: time.nullable(),
  newestEventTime: time.nullable(),
  accounts: count,
  regions: count,
  objectsInRange: count.describe("Loaded log objects that were delivered on a day of the range."),
  removedInRange: count.describe("Events of the range that were loaded once and removed since."),
}) satisfies z.ZodType<Coverage>;

export const EventPageSchema = z
  .strictObject({
    events: z.array(EventSchema),
    nextCursor: orNull.describe("`cursor` of the page behind the last event; null: there is nothing more."),
    prevCursor: orNull,
    coverage: coverage
      .extend({
        place: PlaceSchema.nullable().describe(
          "Where nothing was found and the query names accounts or regions: whether any log of theirs was loaded.",
        ),
      })
      .meta({ id: "Coverage" }),
  })
  .meta({ id: "EventPage" });

export const NeighboursSchema: z.ZodType<{ readonly neighbourhoods: readonly Neighbours[] }> = z
  .strictObject({
    neighbourhoods: z.array(
      z.strictObject({
        kind: z
          .enum(["session", "resource", "actor", "account"])
          .describe(
            "session: the same credential, an hour around. resource: the same thing, a day around. actor: the same actor's other credentials, an hour around. account: everything in the account, five minutes around.",
          ),
        q: text.describe("The query that finds all of it between `from` and `to`."),
        from: time,
        to: time,
        events: z.array(EventSchema).min(1).max(10).describe("The nearest in time, oldest first."),
        isMore: z.boolean(),
      }),
    ),
  })
  .meta({ id: "Neighbours" });

export const EventCountSchema: z.ZodType<EventCount> = z
  .strictObject({ count, exact: z.boolean().describe("false: there are at least so many.") })
  .meta({ id: "EventCount" });

export const EventDetailSchema = z
  .strictObject({
    event: EventSchema,
    chain: ChainSchema.nullable().describe("Who is behind it, link by link."),
    record: z.looseObject({}).describe("The record, token for token as AWS delivered it."),
    object: z
      .strictObject({ source: text, key: text, ordinal: count })
      .describe("The log object that delivered it first, and the record's place in it, from 0."),
    others: z.array(EventSchema).describe("Events of other accounts with the same id."),
  })
  .meta({ id: "EventDetail" });

export const ExportSchema = z
  .strictObject({
    events: z.array(z.looseObject({})).describe("Each an Event, with `record` if asked for."),
    count,
  })
  .meta({ id: "Export" });

export const HealthSchema: z.ZodType<Health> = z
  .strictObject({
    status: z.enum(["ok", "degraded", "down"]).describe("degraded: pages work, but nobody loads."),
    version: text,
    database: z.enum(["up", "down"]),
    worker: z.enum(["up", "down"]),
    newestEventTime: time.nullable(),
  })
  .meta({ id: "Health" });

export const ProblemSchema = z
  .strictObject({
    type: text.describe("urn:waymark:problem: and the code."),
    title: text.describe("What is wrong, as one sentence to show."),
    status: z.int(),
    code: z.enum(FAILURE_CODES).describe("Stable: what a program may decide by."),
    remedy: text.optional().describe("What to do about it."),
    problems: z
      .array(
        z.strictObject({
          parameter: text,
          message: text,
          position: count.nullable().describe("Characters from 0 within the parameter's text."),
        }),
      )
      .optional()
      .describe("Several things that are wrong with one request."),
  })
  .meta({ id: "Problem" });
