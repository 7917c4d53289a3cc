import { findUuid } from "#lib/base/uuid.ts";
import { arnNames, ownNames, parseArn } from "#lib/cloudtrail/arn.ts";
import { typeOfArn } from "#lib/cloudtrail/arn-type.ts";
import { typeOfId } from "#lib/cloudtrail/id-type.ts";
import { isAccessKeyId } from "#lib/event/credential.ts";

/**
 * One thing has several names: records of EC2 tell its id, those of IAM its name, others its ARN. What follows from
 * the text of a name alone is here; which ARN belongs to a name only the events can tell.
 */

/** A queue's address, which is how SQS names it: `https://sqs.eu-west-1.amazonaws.com/123456789012/jobs`. */
const QUEUE = /^https:\/\/(?:sqs[.-][a-z0-9.-]+|[a-z0-9-]+\.queue)\.amazonaws\.com(?:\.cn)?\/\d+\/([^/?#]+)$/;

/** Under which further names a record that names `id` is found. */
export function indexedNames(id: string): readonly string[] {
  const arn = parseArn(id);
  if (arn !== null) return arnNames(arn);
  const queue = id.startsWith("https://") ? QUEUE.exec(id)?.[1] : undefined;
  return queue === undefined ? [] : [queue];
}

/** All names that mean the same thing as `id` does, itself among them and first. */
export function namesOf(id: string): readonly string[] {
  const arn = parseArn(id);
  const names = arn === null ? indexedNames(id) : ownNames(arn);
  return [...new Set([id, ...names])];
}

export type ResourceName = {
  readonly id: string;
  /** As far as the text tells: null for a plain name. */
  readonly type: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly names: readonly string[];
};

/** What a text says of the thing that it names. */
export function readResourceName(id: string): ResourceName {
  const arn = parseArn(id);
  const type = arn === null ? typeOfPlain(id) : typeOfArn(arn);
  const account = arn === null ? null : arn.account;
  const region = arn === null ? null : (id.split(":")[3] ?? "");
  const names = namesOf(id);
  return {
    id,
    type,
    account: /^\d{12}$/.test(account ?? "") ? account : null,
    region: region === "" ? null : region,
    names,
  };
}

function typeOfPlain(id: string): string | null {
  if (isAccessKeyId(id)) return "AWS::IAM::AccessKey";
  return typeOfId(id) ?? (QUEUE.test(id) ? "AWS::SQS::Queue" : null);
}

/**
 * True where the name alone tells the thing from all others, in any account: ids that AWS gives out, ARNs, and the
 * names of buckets. Roles, functions and tables have namesakes.
 */
export function isUniqueName(name: string, type: string | null): boolean {
  if (name.startsWith("arn:") || typeOfPlain(name) !== null || findUuid(name) !== null) return true;
  return type === "AWS::S3::Bucket" || type === "AWS::S3::Object" || /^[A-Z0-9]{13,21}$/.test(name);
}
