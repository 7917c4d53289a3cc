import { booleanOf, type JsonObject } from "#lib/cloudtrail/json-value.ts";

/** Verbs that only read, as the names of AWS's calls begin with them. */
const READING =
  /^(?:Get|List|Describe|Head|BatchGet|BatchDescribe|BatchCheck|Lookup|Search|Select|Scan|Query|View|Read|Check|Validate|Verify|Preview|Estimate|Simulate|Discover|Detect|Filter|Download|Count|Is|Has|Poll)(?![a-z])/;

/** Uses of a key and openings of a session, which AWS itself marks as reading. */
const READING_NAMES: ReadonlySet<string> = new Set([
  "Encrypt",
  "Decrypt",
  "ReEncrypt",
  "Sign",
  "GenerateDataKey",
  "GenerateDataKeyPair",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateDataKeyPairWithoutPlaintext",
  "GenerateMac",
  "GenerateRandom",
  "DeriveSharedSecret",
  "AssumeRole",
  "AssumeRoleWithSAML",
  "AssumeRoleWithWebIdentity",
  "AssumeRoot",
  "TransactGetItems",
]);

/** True for calls that only read: by the record's own flag in whatever type it comes, else by the call's name. */
export function readReadOnly(record: JsonObject, eventName: string): boolean {
  return booleanOf(record["readOnly"]) ?? (READING.test(eventName) || READING_NAMES.has(eventName));
}
