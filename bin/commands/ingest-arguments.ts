import { type Arguments, readArguments, usageFailure } from "#bin/commands/read-arguments.ts";
import { parseTime } from "#lib/search/time-range.ts";

/** The options that describe a bucket's source, by the names of its settings. Empty text takes a setting back. */
export type BucketOptions = {
  readonly region?: string;
  readonly endpoint?: string;
  readonly profile?: string;
  readonly roleArn?: string;
  readonly externalId?: string;
  readonly pathStyle?: boolean;
  /** Days, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
};

/**
 * The options that describe a source of LookupEvents, by the names of its settings. Empty text takes a setting back.
 */
export type LookupOptions = Omit<BucketOptions, "region" | "pathStyle"> & {
  readonly regions?: "all" | readonly string[];
};

export type IngestRequest =
  | { readonly kind: "lookup"; readonly options: LookupOptions; readonly full: boolean }
  | {
      readonly kind: "s3";
      readonly url: string;
      readonly options: BucketOptions;
      readonly full: boolean;
    }
  | { readonly kind: "files"; readonly paths: readonly string[] };

const TEXTS = ["from", "to", "endpoint", "profile", "role-arn", "external-id"] as const;
const FLAGS = ["path-style", "all-regions", "full"] as const;
const LISTS = ["region"] as const;
type Given = Arguments<(typeof TEXTS)[number], (typeof FLAGS)[number], (typeof LISTS)[number]>;

/** Reads what is behind `waymark ingest`. `now`: milliseconds since 1970. @throws Failure("bad-request") */
export function readIngestArguments(args: readonly string[], now: number): IngestRequest {
  const given = readArguments(args, { texts: TEXTS, flags: FLAGS, lists: LISTS });
  const { texts, flags, lists, positionals } = given;
  const [first, ...others] = positionals;
  if (first === undefined) {
    throw usageFailure("Say what to load: waymark ingest s3://bucket/prefix, lookup, or files and folders.");
  }
  if (first === "lookup") {
    if (others.length > 0) throw usageFailure("Give nothing but options behind lookup.");
    return readLookup(given, now);
  }
  if (!positionals.some(isBucketUrl)) {
    const [option] = [
      ...LISTS.filter((name) => lists[name].length > 0),
      ...Object.keys(texts),
      ...FLAGS.filter((name) => flags[name]),
    ];
    if (option !== undefined)
      throw usageFailure(`The option --${option} is for buckets: s3://bucket/prefix.`);
    return { kind: "files", paths: positionals };
  }
  if (others.length > 0) throw usageFailure("Give one s3:// address at a time, and no files beside it.");
  if (flags["all-regions"]) throw usageFailure("The option --all-regions is for waymark ingest lookup.");
  const options = {
    ...only("region", lists.region.at(-1)),
    ...accessOptions(given, now),
    ...(flags["path-style"] ? { pathStyle: true } : {}),
  };
  return { kind: "s3", url: first, options, full: flags.full };
}

function readLookup(given: Given, now: number): IngestRequest {
  const { flags, lists } = given;
  if (flags["path-style"]) throw usageFailure("The option --path-style is for buckets: s3://bucket/prefix.");
  if (flags["all-regions"] && lists.region.length > 0) {
    throw usageFailure("Give --region or --all-regions, not both.");
  }
  const regions = flags["all-regions"] ? "all" : lists.region;
  return {
    kind: "lookup",
    options: { ...(regions.length === 0 ? {} : { regions }), ...accessOptions(given, now) },
    full: flags.full,
  };
}

/** Who asks, whom, and for which days. */
function accessOptions({ texts }: Given, now: number) {
  return {
    ...only("endpoint", texts.endpoint),
    ...only("profile", texts.profile),
    ...only("roleArn", texts["role-arn"]),
    ...only("externalId", texts["external-id"]),
    ...only("from", readDay("from", texts.from, now)),
    ...only("to", readDay("to", texts.to, now)),
  };
}

function isBucketUrl(text: string): boolean {
  return /^s3:\/\//i.test(text);
}

function only<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [name in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [name in Name]?: string };
}

/** Log objects lie in folders by day: a time means its day, UTC. */
function readDay(option: string, text: string | undefined, now: number): string | undefined {
  if (text === undefined || text.trim() === "") return text;
  const reading = parseTime(text, now);
  if (reading.kind === "wrong") throw usageFailure(`--${option}: ${reading.message}`);
  return new Date(reading.at).toISOString().slice(0, 10);
}
