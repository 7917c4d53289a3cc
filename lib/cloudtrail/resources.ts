import { namesNothing, parseArn } from "#lib/cloudtrail/arn.ts";
import { typeOfArn } from "#lib/cloudtrail/arn-type.ts";
import { typeOfId } from "#lib/cloudtrail/id-type.ts";
import { isJsonObject, type JsonObject, memberOf, textOf } from "#lib/cloudtrail/json-value.ts";
import { applyNameRule } from "#lib/cloudtrail/name-type.ts";
import type { Area, PathNode } from "#lib/cloudtrail/path-tree.ts";
import type { FoundResource } from "#lib/cloudtrail/rank-resources.ts";

/**
 * Collects what one record names: the entries of `resources[]`, which AWS gives for few services, and every
 * ARN, id and known name among its parameters. The reader of the record shows it each value once.
 */
export type ResourceFinder = {
  readonly service: string;
  readonly isSsmDocument: boolean;
  /** The caller's own ARNs and session, which the call did not act on. */
  readonly own: ReadonlySet<string>;
  /** By id, in the order they were met. */
  readonly found: Map<string, FoundResource>;
};

/** An ARN within other text: a policy, or "… is not authorized to perform … on resource: arn:…". */
const ARNS_WITHIN = /arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d*:[^\s"'`\\,;<>(){}[\]]+/g;
/** Placeholders in place of a value. */
const NO_NAMES: ReadonlySet<string> = new Set(["*", "...", "HIDDEN_DUE_TO_SECURITY_REASONS"]);
const LONGEST_NAME = 1024;

export function createResourceFinder(record: JsonObject, source: string, eventName: string): ResourceFinder {
  const dot = source.indexOf(".");
  const identity = record["userIdentity"];
  const issuer = memberOf(memberOf(identity, "sessionContext"), "sessionIssuer");
  const own = [memberOf(identity, "arn"), memberOf(identity, "principalId"), memberOf(issuer, "arn")];
  return {
    service: dot < 0 ? source : source.slice(0, dot),
    isSsmDocument: source.startsWith("ssm.") && eventName.includes("Document"),
    own: new Set(own.filter((value) => typeof value === "string")),
    found: new Map(),
  };
}

/** Looks at one value of the record, at its path. */
export function inspectValue(finder: ResourceFinder, node: PathNode, text: string): void {
  if (node.area === "other" || node.area === "resources") return;
  // STS answers with the caller's new session and its credentials: not things that were touched.
  if (node.area === "response" && finder.service === "sts") return;
  if (text.charCodeAt(0) === 0x61 && addWholeArn(finder, node.area, text)) return;
  const idType = node.area === "error" || node.area === "summary" ? null : typeOfId(text);
  if (idType !== null) add(finder, text, ofService(finder, idType), node.area, false);
  else if (node.nameRule !== null) inspectName(finder, node, text);
  if (text.length > 25 && text.includes("arn:aws")) addArnsWithin(finder, node.area, text);
}

/** File systems of EFS and of FSx have ids of one form. */
function ofService({ service }: ResourceFinder, type: string): string {
  return service === "fsx" && type === "AWS::EFS::FileSystem" ? "AWS::FSx::FileSystem" : type;
}

function inspectName(finder: ResourceFinder, node: PathNode, text: string): void {
  if (node.nameRule === null || text.length > LONGEST_NAME || NO_NAMES.has(text)) return;
  const type = applyNameRule(node.nameRule, finder.service);
  if (type === null) return;
  add(finder, text, refineType(finder, type, text), node.area, false);
}

/** Two parameters name one of two kinds: `name` in SSM, and `keyId` in KMS, which takes aliases too. */
function refineType(finder: ResourceFinder, type: string, text: string): string {
  if (type === "AWS::SSM::Parameter" && finder.isSsmDocument) return "AWS::SSM::Document";
  return type === "AWS::KMS::Key" && text.startsWith("alias/") ? "AWS::KMS::Alias" : type;
}

function addWholeArn(finder: ResourceFinder, area: Area, text: string): boolean {
  const arn = parseArn(text);
  if (arn === null || /\s/.test(text)) return false;
  // Aggregated records count callers as well as resources by their ARNs.
  if (area === "summary" && (arn.service === "iam" || arn.service === "sts")) return true;
  add(finder, text, typeOfArn(arn), area, false);
  return true;
}

function addArnsWithin(finder: ResourceFinder, area: Area, text: string): void {
  for (const [match] of text.matchAll(ARNS_WITHIN)) {
    const id = match.replace(/[.:]+$/, "");
    const arn = parseArn(id);
    if (arn !== null && id !== text && !namesNothing(arn)) add(finder, id, typeOfArn(arn), area, true);
  }
}

/** `resources[]` in all its shapes: `ARN` or `ARNPrefix`, one object instead of a list, or plain text. */
export function addListedResources(finder: ResourceFinder, resources: unknown): void {
  for (const entry of Array.isArray(resources) ? resources : [resources]) {
    const id = isJsonObject(entry) ? listedId(entry) : textOf(entry);
    if (id === null) continue;
    const arn = parseArn(id);
    const type = textOf(memberOf(entry, "type")) ?? (arn === null ? typeOfId(id) : typeOfArn(arn));
    add(finder, id, type, "resources", false);
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

/** An S3 call on one object names bucket and key apart: together they are the object's ARN. */
export function addS3Object(finder: ResourceFinder, parameters: unknown, region: string | null): void {
  if (finder.service !== "s3") return;
  const bucket = textOf(memberOf(parameters, "bucketName"));
  const key = textOf(memberOf(parameters, "key"));
  if (bucket === null || key === null || bucket.startsWith("arn:")) return;
  add(finder, `arn:${partitionOf(region)}:s3:::${bucket}/${key}`, "AWS::S3::Object", "request", false);
}

function partitionOf(region: string | null): string {
  if (region?.startsWith("cn-")) return "aws-cn";
  return region?.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

function add(finder: ResourceFinder, id: string, type: string | null, area: Area, isMention: boolean): void {
  // What AWS itself lists was touched, even if it is the caller.
  if (area !== "resources" && finder.own.has(id)) return;
  const known = finder.found.get(id);
  if (known === undefined) finder.found.set(id, { id, type, area, isMention });
  else if ((known.type === null && type !== null) || (known.isMention && !isMention)) {
    finder.found.set(id, { ...known, type: known.type ?? type, isMention: known.isMention && isMention });
  }
}
