import * as z from "zod";
import type { LookupSourceSettings } from "#lib/db/sources/source.ts";
import { day, endpoint, externalId, minutes, REGION, roleArn, text } from "#lib/ingest/input-fields.ts";

/** `all`, or names parted by commas or white space; or a list of names. */
const regions = z
  .union([z.string().max(2048), z.array(z.string().max(64)).max(100)], { error: "Name the regions, or all." })
  .transform((value) => (typeof value === "string" ? value.split(/[\s,]+/) : value))
  .transform((names) => names.map((name) => name.trim().toLowerCase()).filter((name) => name !== ""))
  .superRefine((names, { addIssue }) => {
    if (names.length === 0) addIssue("Name the regions, such as us-east-1 eu-west-1, or all.");
    const wrong = names.find((name) => name !== "all" && !REGION.test(name));
    if (wrong !== undefined) addIssue(`"${wrong.slice(0, 40)}" is no region: write eu-west-1, or all.`);
  })
  .transform((names) => (names.includes("all") ? "all" : [...new Set(names)].toSorted()));

/** What a person or a script says of events to look up. */
export const LookupInput = z
  .object({
    regions,
    endpoint,
    profile: text,
    roleArn,
    externalId,
    from: day,
    to: day,
    syncEveryMinutes: minutes,
  })
  .check(({ value, issues }) => {
    if (value.externalId !== null && value.roleArn === null) {
      const message = "An external id goes with a role to assume.";
      issues.push({ code: "custom", input: value.externalId, path: ["externalId"], message });
    }
    if (value.from !== null && value.to !== null && value.to < value.from) {
      const message = "The last day is before the first.";
      issues.push({ code: "custom", input: value.to, path: ["to"], message });
    }
  });

export type LookupInput = z.infer<typeof LookupInput>;

/** A source of looked-up events: its name and settings, in the one form in which they are kept. */
export function lookupSettings(input: LookupInput): {
  readonly name: string;
  readonly settings: LookupSourceSettings;
} {
  const { syncEveryMinutes: _, ...settings } = input;
  return { name: lookupSourceName(input), settings: { kind: "lookup", ...settings } };
}

/**
 * The name of the source that reads with these credentials: a role's by the account and name in its ARN, a profile's,
 * or `default`. It can be told without asking AWS; which account it is, each key in the ledger says.
 */
export function lookupSourceName({
  profile,
  roleArn: arn,
}: Pick<LookupInput, "profile" | "roleArn">): string {
  const role = /^arn:[\w-]+:iam::(\d{12}):role\/(.+)$/.exec(arn ?? "");
  if (role !== null) return `lookup://${role[1]}/${role[2]}`;
  return profile === null ? "lookup://default" : `lookup://profile/${profile}`;
}

/** Where the calls of IAM, STS's global endpoint, CloudFront and other global services are recorded. */
export const GLOBAL_REGION = "us-east-1";

/** A sentence where the choice leaves out the global services of AWS's main partition; null where it does not. */
export function missingGlobalEvents({ regions: chosen }: Pick<LookupInput, "regions">): string | null {
  if (chosen === "all" || chosen.includes(GLOBAL_REGION)) return null;
  if (chosen.every((region) => /^(?:cn|us-gov)-/.test(region))) return null;
  return `Events of global services (IAM, CloudFront, Route 53 and others) are recorded in ${GLOBAL_REGION} only: add it to see them.`;
}
