import * as z from "zod";
import type { WhoAnswer } from "#lib/db/credentials/who-answer.ts";
import type { Chain, Hop, IssuedNode, Principal, Proof } from "#lib/event/chain.ts";
import type { ActorOrigin, Origin } from "#lib/event/origin.ts";

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

const ProofSchema: z.ZodType<Proof> = z
  .strictObject({
    eventId: text,
    eventTime: time,
    eventName: text,
    isGone: z.literal(true).optional().describe("The event is no longer kept: there is nothing to open."),
  })
  .meta({ id: "Proof" });

const HopSchema: z.ZodType<Hop> = z
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

const ChainSchema: z.ZodType<Chain> = z.strictObject(chain).meta({ id: "Chain" });

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

export const SessionSchema = z
  .strictObject({ who: WhoSchema, issued: z.array(IssuedNodeSchema) })
  .meta({ id: "SessionAnswer" });
