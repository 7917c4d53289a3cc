import * as z from "zod";
import { EventSchema } from "#app/api/contract/event-schemas.ts";
import type { ResourceStory } from "#lib/cloudtrail/resource/resource-story.ts";

/** What the routes about resources take and answer. */

export const ResourceParameters = z.object({
  type: z
    .string()
    .max(200, { error: "type has at most 200 characters." })
    .optional()
    .describe("Which of several things of one name: its type, such as `AWS::IAM::Role`."),
  account: z
    .string()
    .regex(/^\d{12}$/, { error: "account is a number of twelve digits." })
    .optional()
    .describe("Which of several things of one name: the account it is in."),
});

const text = z.string();
const orNull = text.nullable();
const time = z.iso.datetime();
const count = z.int().min(0);
const query = text.describe("Finds the events that are counted here, as GET /api/events takes it.");
const calls = z.array(text).describe("Names of calls.");
const life = z.enum(["created", "deleted", "deletion-scheduled", "restored"]);

const ChangeSchema = z.strictObject({
  event: EventSchema,
  life: life.nullable(),
  parameters: z
    .array(
      z.strictObject({
        path: text.describe("Within requestParameters, positions in lists left out."),
        before: z
          .array(text)
          .nullable()
          .describe("null: nothing was asked there before, as far as is loaded."),
        after: z.array(text).nullable().describe("null: asked by the same call before, left out now."),
      }),
    )
    .describe("What the call asked for, where that differs from what was asked last."),
});

const ReaderSchema = z.strictObject({
  event: EventSchema.describe("The newest of its reads."),
  sessions: count.describe("Sessions of different names."),
  q: query,
  count,
  firstSeen: time,
  lastSeen: time,
  calls,
});

const RelatedSchema = z.strictObject({
  id: text,
  type: orNull,
  relation: z.enum(["made-from", "made-into", "attached", "in", "uses", "used-by", "together"]),
  isExact: z.boolean().describe("false: the calls name several things that could be meant."),
  q: query,
  count,
  calls,
  lastSeen: time,
});

function bounded<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    q: query,
    items: z.array(item),
    looked: count.describe("So many of the newest events were read."),
    isCut: z.boolean().describe("true: there are older ones."),
  });
}

export const ResourceSchema: z.ZodType<ResourceStory> = z
  .strictObject({
    id: text.describe("As it was asked for."),
    type: orNull,
    account: orNull,
    region: orNull,
    names: z.array(text).describe("Every name it was met under."),
    choices: z
      .array(z.strictObject({ type: orNull, account: orNull, events: count }))
      .describe("The things of this name, where there are several: `type` and `account` choose among them."),
    standing: z
      .enum(["standing", "deleted", "deletion-scheduled", "seen", "several"])
      .describe("standing: created, and no deletion is loaded. seen: neither is loaded."),
    q: query,
    firstSeen: orNull,
    lastSeen: orNull,
    lives: z.array(z.strictObject({ life, event: EventSchema })).describe("What began and ended it."),
    changes: bounded(ChangeSchema).describe("Writes, newest first."),
    readers: bounded(ReaderSchema),
    related: z.array(RelatedSchema),
  })
  .meta({ id: "Resource" });
