import { namesNothing, parseArn } from "#lib/cloudtrail/arn.ts";
import { typeOfArn } from "#lib/cloudtrail/arn-type.ts";
import { typeOfId } from "#lib/cloudtrail/id-type.ts";
import { isJsonObject, type JsonObject, memberOf, textOf } from "#lib/cloudtrail/json-value.ts";
import { applyNameRules } from "#lib/cloudtrail/name-type.ts";
import type { Area, PathNode } from "#lib/cloudtrail/path-tree.ts";
import type { FoundResource } from "#lib/cloudtrail/rank-resources.ts";

/**
 * Collects what one record names: the entries of `resources[]`, which AWS gives for few services, and every
 * ARN, id and known name among its parameters. The reader of the record shows it each value once.
 */
export type ResourceFinder = {
  readonly service: string;
  readonly eventName: string;
  readonly request: unknown;
  /** The caller's own ARNs and session, which the call did not act on. */
  readonly own: readonly unknown[];
  /** By id, in the order they were met. */
  readonly found: Map<string, FoundResource>;
};

/** An ARN within other text: a policy, or "… is not authorized to perform … on resource: arn:…". */
const ARNS_WITHIN = /arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d*:[^\s"'`\\,;<>(){}[\]]+/g;
/** Placeholders in place of a value. */
const NO_NAMES: ReadonlySet<string> = new Set(["*", "...", "HIDDEN_DUE_TO_SECURITY_REASONS"]);
const LONGEST_NAME = 1024;
/** Who vouched for a web identity. */
const IDENTITY_PROVIDER = "responseElements.provider";
const ON_RESOURCE = " on resource: ";
const DENIED: ReadonlyMap<string, readonly (readonly [words: string, type: string])[]> = new Map([
  [
    "iam",
    [
      ["user ", "AWS::IAM::User"],
      ["role ", "AWS::IAM::Role"],
      ["group ", "AWS::IAM::Group"],
      ["policy ", "AWS::IAM::Policy"],
      ["instance profile ", "AWS::IAM::InstanceProfile"],
    ],
  ],
  ["secretsmanager", [["", "AWS::SecretsManager::Secret"]]],
  ["config", [["", "AWS::Config::ConfigRule"]]],
]);

export function createResourceFinder(record: JsonObject, source: string, eventName: string): ResourceFinder {
  const dot = source.indexOf(".");
  const identity = record["userIdentity"];
  const issuer = memberOf(memberOf(identity, "sessionContext"), "sessionIssuer");
  const own = [memberOf(identity, "arn"), memberOf(identity, "principalId"), memberOf(issuer, "arn")];
  return {
    service: dot < 0 ? source : source.slice(0, dot),
    eventName,
    request: record["requestParameters"],
    own,
    found: new Map(),
  };
}

/** Looks at one value of the record, at its path. */
export function inspectValue(finder: ResourceFinder, node: PathNode, text: string): void {
  if (node.area === "other" || node.area === "resources") return;
  // STS answers with the caller's new session and its credentials: not things that were touched.
  if (finder.service === "sts" && node.area === "response" && node.path !== IDENTITY_PROVIDER) return;
  if (text.charCodeAt(0) === 0x61 && addWholeArn(finder, node.area, text)) return;
  const idType = node.area === "error" || node.area === "summary" ? null : typeOfId(text);
  if (idType !== null) addResource(finder, text, ofService(finder, idType), node.area, false);
  else if (node.nameRules.length > 0) inspectName(finder, node, text);
  if (node.area === "error") addDeniedName(finder, text);
  if (text.length > 25 && text.includes("arn:aws")) addArnsWithin(finder, node.area, text);
}

/** File systems of EFS and of FSx have ids of one form. */
function ofService({ service }: ResourceFinder, type: string): string {
  return service === "fsx" && type === "AWS::EFS::FileSystem" ? "AWS::FSx::FileSystem" : type;
}

function inspectName(finder: ResourceFinder, node: PathNode, text: string): void {
  if (text.length > LONGEST_NAME || NO_NAMES.has(text)) return;
  const type = applyNameRules(node.nameRules, finder.service, finder.eventName);
  if (type === null) return;
  addResource(finder, plainId(type, text), refineType(finder, type, text), node.area, false);
}

/** Route 53 answers with its zones' paths. */
function plainId(type: string, text: string): string {
  return type === "AWS::Route53::HostedZone" ? text.replace(/^\/hostedzone\//, "") : text;
}

/** Some parameters take things of several kinds, which the value or what stands beside it tells apart. */
function refineType(finder: ResourceFinder, type: string, text: string): string {
  if (type === "AWS::KMS::Key" && text.startsWith("alias/")) return "AWS::KMS::Alias";
  if (type === "AWS::Organizations::Account") {
    if (text.startsWith("ou-")) return "AWS::Organizations::OrganizationalUnit";
    return text.startsWith("r-") ? "AWS::Organizations::Root" : type;
  }
  // Stages, routes and the rest belong to an API of either make: only those of HTTP and WebSocket name an `apiId`.
  const isHttp = type.startsWith("AWS::ApiGateway::") && memberOf(finder.request, "apiId") !== undefined;
  return isHttp ? type.replace("::ApiGateway::", "::ApiGatewayV2::") : type;
}

function addWholeArn(finder: ResourceFinder, area: Area, text: string): boolean {
  if (text.startsWith("arn%3A")) return addWholeArn(finder, area, decoded(text));
  const arn = parseArn(text);
  if (arn === null || /\s/.test(text)) return false;
  // How API Gateway calls another service (`arn:aws:apigateway:eu-west-1:lambda:path/…`): the ARN within is the thing.
  if (arn.service === "apigateway" && arn.account !== "") return false;
  // Aggregated records count callers as well as resources by their ARNs.
  if (area === "summary" && (arn.service === "iam" || arn.service === "sts")) return true;
  addResource(finder, text, typeOfArn(arn), area, false);
  return true;
}

function addArnsWithin(finder: ResourceFinder, area: Area, text: string): void {
  for (const [match] of text.matchAll(ARNS_WITHIN)) {
    const id = match.replace(/(?:(?<=[^:]):log-stream:|[.:]+|\/invocations)$/, "");
    const arn = parseArn(id);
    if (arn !== null && id !== text && !namesNothing(arn))
      addResource(finder, id, typeOfArn(arn), area, true);
  }
}

/** IAM, Secrets Manager and Config refuse without an ARN: "… on resource: role deploy because no identity-based …". */
function addDeniedName(finder: ResourceFinder, text: string): void {
  const known = DENIED.get(finder.service);
  const at = known === undefined ? -1 : text.indexOf(ON_RESOURCE);
  if (known === undefined || at < 0) return;
  if (finder.service === "config" && !finder.eventName.includes("ConfigRule")) return;
  const rest = text.slice(at + ON_RESOURCE.length, at + ON_RESOURCE.length + LONGEST_NAME);
  for (const [words, type] of known) {
    const name = rest.startsWith(words) ? (/^\S+/.exec(rest.slice(words.length))?.[0] ?? "") : "";
    if (name === "" || name.startsWith("arn:") || NO_NAMES.has(name)) continue;
    addResource(finder, name, type, "error", false);
    return;
  }
}

/** Whatever cannot be decoded is left as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replaceAll("%", "");
  }
}

/** `resources[]` in all its shapes: `ARN` or `ARNPrefix`, one object instead of a list, or plain text. */
export function addListedResources(finder: ResourceFinder, resources: unknown): void {
  for (const entry of Array.isArray(resources) ? resources : [resources]) {
    const id = isJsonObject(entry) ? listedId(entry) : textOf(entry);
    if (id === null) continue;
    const arn = parseArn(id);
    const type = textOf(memberOf(entry, "type")) ?? (arn === null ? typeOfId(id) : typeOfArn(arn));
    addResource(finder, id, type, "resources", false);
  }
}

function listedId(entry: JsonObject): string | null {
  return (
    textOf(entry["ARN"]) ??
    textOf(entry["ARNPrefix"]) ??
    textOf(entry["arn"]) ??
    textOf(entry["resourceName"])
  );
}

/**
 * An S3 call on one object names bucket and key apart: together they are the object's ARN. A copy names its source in
 * one word, `bucket/key`.
 */
export function addS3Object(finder: ResourceFinder, parameters: unknown, region: string | null): void {
  if (finder.service !== "s3") return;
  const bucket = textOf(memberOf(parameters, "bucketName"));
  const key = textOf(memberOf(parameters, "key"));
  if (bucket === null || key === null || bucket.startsWith("arn:")) return;
  const start = `arn:${partitionOf(region)}:s3:::`;
  addResource(finder, `${start}${bucket}/${key}`, "AWS::S3::Object", "request", false);
  const source = decoded(textOf(memberOf(parameters, "x-amz-copy-source")) ?? "").replace(
    /^\/|\?versionId=.*$/g,
    "",
  );
  if (/^[^/:]+\/./.test(source)) addResource(finder, start + source, "AWS::S3::Object", "request", false);
}

function partitionOf(region: string | null): string {
  if (region?.startsWith("cn-")) return "aws-cn";
  return region?.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** Takes a resource down, unless it is the caller. */
export function addResource(
  finder: ResourceFinder,
  id: string,
  type: string | null,
  area: Area,
  isMention: boolean,
): void {
  // What AWS itself lists was touched, even if it is the caller.
  if (area !== "resources" && finder.own.includes(id)) return;
  const known = finder.found.get(id);
  if (known === undefined) finder.found.set(id, { id, type, area, isMention });
  else if ((known.type === null && type !== null) || (known.isMention && !isMention)) {
    finder.found.set(id, { ...known, type: known.type ?? type, isMention: known.isMention && isMention });
  }
}
