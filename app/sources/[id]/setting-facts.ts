import { formatCount } from "#components/ui/format-count.ts";
import { iamPolicy, lookupPolicy, partitionOf } from "#lib/aws/iam-policy.ts";
import type { SourceSettings } from "#lib/db/sources/source.ts";

/** The settings of a source as they are read out: a name and a value, without what is not set. */
export function settingFacts(settings: SourceSettings): readonly (readonly [name: string, value: string])[] {
  switch (settings.kind) {
    case "s3":
      return [
        ["Bucket", settings.bucket],
        ["Prefix", settings.prefix === "" ? "the whole bucket" : settings.prefix],
        ["Days of delivery", `${settings.from ?? "the first"} to ${settings.to ?? "now"}`],
        ["Region", settings.region ?? "found by itself"],
        ...present("Endpoint", settings.endpoint),
        ...(settings.pathStyle ? ([["Address", "path style"]] as const) : []),
        [
          "Credentials",
          settings.profile === null ? "as the AWS SDK finds them" : `profile ${settings.profile}`,
        ],
        ...present("Role to assume", settings.roleArn),
        ...present("External id", settings.externalId),
      ];
    case "lookup":
      return [
        ["Read through", "CloudTrail's LookupEvents: management events of the last 90 days, no data events"],
        [
          "Regions",
          settings.regions === "all" ? "every region that is enabled" : settings.regions.join(", "),
        ],
        ["Days of events", `${settings.from ?? "90 days before the first run"} to ${settings.to ?? "now"}`],
        ...present("Endpoint", settings.endpoint),
        [
          "Credentials",
          settings.profile === null ? "as the AWS SDK finds them" : `profile ${settings.profile}`,
        ],
        ...present("Role to assume", settings.roleArn),
        ...present("External id", settings.externalId),
      ];
    case "files":
      return [["Folders and files", settings.paths.join(", ")]];
    case "sample":
      return [
        ["Events", formatCount(settings.events)],
        ["Days", String(settings.days)],
        ["Ends", `${new Date(settings.end).toISOString().slice(0, 16).replace("T", " ")} UTC`],
      ];
  }
}

function present(name: string, value: string | null): readonly (readonly [string, string])[] {
  return value === null ? [] : [[name, value]];
}

/** The IAM policy with which this bucket and prefix, or these events, can be read; null for what needs none. */
export function policyOf(settings: SourceSettings): string | null {
  if (settings.kind === "lookup") return lookupPolicy();
  if (settings.kind !== "s3" || settings.endpoint !== null) return null;
  const { bucket, prefix, region } = settings;
  return iamPolicy({ bucket, prefix, partition: partitionOf(region) });
}
