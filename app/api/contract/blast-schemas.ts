import * as z from "zod";
import { HopSchema, ProofSchema } from "#app/api/contract/chain-schemas.ts";
import { type Blast, parseBlastSubject } from "#lib/event/blast.ts";

/** What the routes about a blast radius take and answer. */

export const BlastParameters = z.object({
  from: z
    .string({ error: "from is missing: key:…, session:…, ip:… or actor:…" })
    .refine((text) => parseBlastSubject(text) !== null, {
      error: "from is key:…, session:…, ip:… or actor:…, such as key:AKIAEXAMPLE12345678.",
    })
    .describe("Where it began: `key:`, `session:`, `ip:` or `actor:` and a value."),
  since: z.string().optional().describe("The first moment: ISO 8601 or relative (`now-7d`)."),
  until: z.string().optional().describe("The moment after the last: ISO 8601 or relative."),
});

const text = z.string();
const orNull = text.nullable();
const count = z.int().min(0);
const counts = { events: count, writes: count, denied: count };

export const BlastSchema: z.ZodType<Blast> = z
  .strictObject({
    subject: z.strictObject({ kind: z.enum(["key", "session", "ip", "actor"]), value: text }),
    since: orNull,
    until: orNull,
    firstSeen: orNull,
    lastSeen: orNull,
    nodes: z
      .array(
        z.strictObject({
          index: count,
          parent: count.nullable().describe("The place of the credential that issued it."),
          depth: count,
          hop: HopSchema,
          firstSeen: orNull,
          lastSeen: orNull,
          isCut: z.boolean(),
          q: text.describe("Finds its events."),
          ...counts,
        }),
      )
      .describe("Every credential, parents before what was issued from them."),
    resources: z
      .array(
        z.strictObject({
          id: text,
          type: orNull,
          account: orNull,
          region: orNull,
          writes: count,
          refused: count,
          calls: z.array(text),
          firstSeen: text,
          lastSeen: text,
          created: ProofSchema.nullable(),
          deleted: ProofSchema.nullable(),
          stands: z.boolean().describe("Created by these credentials, and no deletion is loaded."),
          by: z.array(count).describe("The credentials, by their place in nodes."),
        }),
      )
      .describe("What was written to; what still stands comes first."),
    counts: z.strictObject(counts),
    looked: count,
    lookedWrites: count,
    isCut: z.boolean().describe("true: there are older events, which are not counted here."),
    hasMoreNodes: z.boolean(),
  })
  .meta({ id: "Blast" });
