import * as z from "zod";
import { placeOfAddress } from "#app/api/contract/address-schemas.ts";
import type { SessionAnswer } from "#lib/db/credentials/read-session.ts";
import type { WhoAnswer } from "#lib/db/credentials/who-answer.ts";
import type { Chain, Hop, IssuedNode, Principal, Proof } from "#lib/event/chain.ts";
import { SEVERITIES } from "#lib/event/event.ts";
import type { ActorOrigin, Origin } from "#lib/event/origin.ts";
import type { Step } from "#lib/event/session/fold-steps.ts";
import type { SessionStory } from "#lib/event/session/session-story.ts";

/** The answers about who is behind a credential. Tests hold real answers against them. */

const text = z.string();
const orNull = text.nullable();
const time = z.iso.datetime();
const grade = z
  .enum(["exact", "matched", "inferred"])
  .describe(
    "exact: the event issued this very key. matched: the session has that principal and was created in that second. inferred: nothing else fits.",
  );
const reason = z.enum([
  "no-issuing-event",
  "other-account",
  "ambiguous",
  "loaded-before",
  "no-identity",
  "too-long",
  "circle",
]);
const originKind = z.enum(["person", "service", "external", "unknown"]);

export const ActorOriginSchema: z.ZodType<ActorOrigin> = z
  .strictObject({ kind: originKind, name: text, grade, reason: reason.nullable() })
  .meta({ id: "ActorOrigin" });

const OriginSchema: z.ZodType<Origin> = z
  .strictObject({
    kind: originKind,
    name: text,
    account: orNull,
    person: orNull.describe("{identityStoreArn}#{userId} of an Identity Center user."),
    grade,
    reason: reason.nullable().describe("Why the origin is not known."),
  })
  .meta({ id: "Origin" });

const PrincipalSchema: z.ZodType<Principal> = z
  .strictObject({
    kind: z.enum(["person", "role", "service", "root", "account", "federated", "unknown"]),
    name: text,
    account: orNull,
    arn: orNull,
    principalId: orNull,
  })
  .meta({ id: "Principal" });

export const ProofSchema: z.ZodType<Proof> = z
  .strictObject({
    eventId: text,
    eventTime: time,
    eventName: text,
    isGone: z.literal(true).optional().describe("The event is no longer kept: there is nothing to open."),
  })
  .meta({ id: "Proof" });

export const HopSchema: z.ZodType<Hop> = z
  .strictObject({
    principal: PrincipalSchema,
    role: orNull,
    roleArn: orNull,
    session: orNull.describe("As its creator claimed it."),
    key: orNull,
    sessionId: orNull.describe("The session's permanent name."),
    account: orNull,
    signIn: z
      .enum([
        "access-key",
        "console",
        "sso",
        "saml",
        "web-identity",
        "instance-profile",
        "service",
        "role",
        "session-token",
      ])
      .nullable(),
    mfa: z.boolean().nullable(),
    sourceIdentity: orNull,
    onBehalfOf: orNull,
    grade: grade.nullable(),
    provedBy: ProofSchema.nullable(),
  })
  .meta({ id: "Hop" });

const chain = {
  origin: OriginSchema,
  hops: z.array(HopSchema).describe("From the origin's own credential to the subject."),
  keyMadeBy: z.strictObject({ principal: PrincipalSchema, provedBy: ProofSchema }).nullable(),
};

export const ChainSchema: z.ZodType<Chain> = z.strictObject(chain).meta({ id: "Chain" });

export const WhoSchema: z.ZodType<WhoAnswer> = z
  .strictObject({
    ...chain,
    because: orNull.describe("The second half of: unknown, because …"),
    others: z
      .array(ChainSchema)
      .describe("Further holders of the same key or event id, where records contradict one another."),
  })
  .meta({ id: "Who" });

const IssuedNodeSchema: z.ZodType<IssuedNode> = z
  .strictObject({
    hop: HopSchema,
    firstSeen: time.nullable(),
    lastSeen: time.nullable(),
    get issued() {
      return z.array(IssuedNodeSchema);
    },
    isCut: z.boolean().describe("True where more was issued than is listed."),
  })
  .meta({ id: "IssuedNode" });

const count = z.int().nonnegative();
const tally = { value: text, count };
const outcome = z.enum(["success", "denied", "failed"]);

export const SeveritySchema = z.enum(SEVERITIES);

const StepSchema: z.ZodType<Step> = z
  .strictObject({
    eventName: text,
    eventSource: text,
    readOnly: z.boolean(),
    outcome,
    errorCode: orNull,
    severities: z.array(SeveritySchema),
    count: count.describe("Equal calls one after the other."),
    first: time,
    last: time,
    eventId: text.describe("The first event of the step."),
    accounts: z.array(text),
    regions: z.array(text),
    resources: z.array(z.strictObject({ id: text, type: orNull })).describe("The first few."),
    resourceCount: count,
  })
  .meta({ id: "Step" });

const StorySchema: z.ZodType<SessionStory> = z
  .strictObject({
    q: text.describe("The query that finds its events."),
    from: time.nullable(),
    to: time.nullable(),
    events: z.strictObject({ count, isExact: z.boolean() }),
    told: count.describe("Events that all the rest is made of: the first of a session, the newest of a key."),
    reads: count,
    writes: count,
    denied: count,
    failed: count,
    steps: z.array(StepSchema),
    services: z.array(z.strictObject(tally)),
    errors: z.array(z.strictObject(tally)),
    accounts: z.array(z.strictObject(tally)),
    regions: z.array(z.strictObject(tally)),
    addresses: z.array(z.strictObject({ ...tally, ...placeOfAddress })),
    agents: z.array(z.strictObject({ ...tally, tool: text })),
    changed: z.array(z.strictObject({ id: text, type: orNull, count, calls: z.array(text), last: time })),
  })
  .meta({ id: "SessionStory" });

export const SessionSchema: z.ZodType<SessionAnswer> = z
  .strictObject({
    who: WhoSchema,
    issued: z.array(IssuedNodeSchema),
    story: StorySchema.nullable().describe("null where nothing is loaded that was done with it."),
  })
  .meta({ id: "SessionAnswer" });
