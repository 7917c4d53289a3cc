/**
 * Reads what the name of an object in a bucket says. AWS's layout (CloudTrail user guide, "Finding your
 * CloudTrail log files"), where the prefix may be anything and organization trails add their id:
 *
 *   [prefix/]AWSLogs/[o-id/]{account}/CloudTrail/{region}/YYYY/MM/DD/{account}_CloudTrail_{region}_YYYYMMDDTHHmmZ_{unique}.json.gz
 *
 * Nothing is anchored at `AWSLogs`, so copies under other folders and single downloaded files are placed too.
 */
export type LogFolder =
  | "CloudTrail"
  | "CloudTrail-Insight"
  | "CloudTrail-NetworkActivity"
  | "CloudTrail-Aggregated";

export type ObjectKey =
  | {
      readonly kind: "log";
      readonly folder: LogFolder;
      readonly account: string;
      readonly region: string;
      /** `o-…`, where the key is laid out by an organization trail. */
      readonly organization: string | null;
      /** The day the object was published, UTC: late events lie in a later day. */
      readonly date: string;
      /** The minute in the file's name, milliseconds since 1970 UTC. */
      readonly minute: number | null;
    }
  | { readonly kind: "digest" }
  /** A zero-byte key that consoles create to show a folder. */
  | { readonly kind: "folder-marker" }
  /** JSON outside AWS's layout: only its content can tell what it is. */
  | { readonly kind: "unplaced" }
  /** `reason` is a sentence without its full stop. */
  | { readonly kind: "other"; readonly reason: string };

const FOLDER = "CloudTrail(?:-Insight|-NetworkActivity|-Aggregated)?";
const LOG_PATH = new RegExp(
  `(?:^|/)(?:(o-[a-z0-9]{4,32})/)?(\\d{12})/(${FOLDER})/([a-z0-9-]+)/(\\d{4})/(\\d{2})/(\\d{2})/[^/]+\\.json\\.gz$`,
);
const LOG_NAME = new RegExp(
  `(?:^|/)(\\d{12})_(${FOLDER})_([a-z0-9-]+)_(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})Z_[A-Za-z0-9]+\\.json\\.gz$`,
);
const DIGEST = /(?:^|\/)(?:\d{12}\/CloudTrail-Digest\/|\d{12}_CloudTrail-Digest_[^/]*$)/;
const AWS_LOGS = /(?:^|\/)AWSLogs\/(?:o-[a-z0-9]{4,32}\/)?\d{12}\/([^/]+)\//;
const JSON_NAME = /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i;

/** What else AWS delivers under `AWSLogs/{account}/`, by the folder's name in lower case. */
const NEIGHBOURS: ReadonlyMap<string, string> = new Map([
  ["cloudtrail-lake", "CloudTrail Lake query results"],
  ["config", "AWS Config"],
  ["elasticloadbalancing", "Elastic Load Balancing access logs"],
  ["vpcflowlogs", "VPC flow logs"],
  ["vpcdnsquerylogs", "Route 53 Resolver query logs"],
  ["guardduty", "GuardDuty findings"],
  ["waflogs", "AWS WAF logs"],
  ["network-firewall", "Network Firewall logs"],
  ["globalaccelerator", "Global Accelerator flow logs"],
  ["redshift", "Redshift audit logs"],
  ["securityhub", "Security Hub findings"],
  ["cloudfront", "CloudFront access logs"],
  ["s3", "S3 server access logs"],
]);

/** Never throws; `key` is the whole key as S3 lists it (not URL-encoded). */
export function readObjectKey(key: string): ObjectKey {
  if (key.endsWith("/")) return { kind: "folder-marker" };
  if (DIGEST.test(key)) return { kind: "digest" };
  return readLogKey(key) ?? readNeighbour(key) ?? readByName(key);
}

function readLogKey(key: string): ObjectKey | null {
  const path = LOG_PATH.exec(key);
  const name = LOG_NAME.exec(key);
  const minute = name === null ? null : minuteOf(name);
  if (path !== null) {
    const [, organization, account = "", folder = "", region = "", year = "", month = "", day = ""] = path;
    const date = dayOf(year, month, day);
    if (date === null) return null;
    return {
      kind: "log",
      folder: logFolder(folder),
      account,
      region,
      organization: organization ?? null,
      date,
      minute,
    };
  }
  if (name === null || minute === null) return null;
  // Inside another service's folder the name alone proves nothing.
  if (AWS_LOGS.test(key) && readNeighbour(key) !== null) return null;
  const [, account = "", folder = "", region = "", year = "", month = "", day = ""] = name;
  const date = `${year}-${month}-${day}`;
  return { kind: "log", folder: logFolder(folder), account, region, organization: null, date, minute };
}

/** The patterns match nothing else; anything unknown counts as plain CloudTrail. */
function logFolder(text: string): LogFolder {
  switch (text) {
    case "CloudTrail-Insight":
    case "CloudTrail-NetworkActivity":
    case "CloudTrail-Aggregated":
      return text;
    default:
      return "CloudTrail";
  }
}

function dayOf(year: string, month: string, day: string): string | null {
  const text = `${year}-${month}-${day}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Date.parse accepts 2026-02-30 as March 2 in some engines: only a date that survives the round trip is one.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

function minuteOf([, , , , year = "", month = "", day = "", hour = "", minute = ""]: RegExpExecArray):
  | number
  | null {
  const date = dayOf(year, month, day);
  const time = Date.parse(`${date}T${hour}:${minute}:00Z`);
  return Number.isFinite(time) && Number(hour) < 24 ? time : null;
}

function readNeighbour(key: string): ObjectKey | null {
  const folder = AWS_LOGS.exec(key)?.[1];
  if (folder === undefined || /^CloudTrail(?:-Insight|-NetworkActivity|-Aggregated)?$/.test(folder))
    return null;
  const what = NEIGHBOURS.get(folder.toLowerCase()) ?? `the folder ${folder}`;
  return { kind: "other", reason: `Not a CloudTrail log object: ${what}` };
}

function readByName(key: string): ObjectKey {
  if (JSON_NAME.test(key)) return { kind: "unplaced" };
  const name = key.slice(key.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  const what = dot > 0 ? `a ${name.slice(dot)} file` : "a file without an extension";
  return { kind: "other", reason: `Not a CloudTrail log object: ${what}` };
}
