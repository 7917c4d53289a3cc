/** The reasons why objects are not loaded, in a few words, by the code that the ledger keeps. */
const NAMES: Readonly<Record<string, string>> = {
  "access-denied": "Access denied",
  "kms-denied": "Not allowed to decrypt",
  "wrong-region": "Looked for in the wrong region",
  "region-not-enabled": "Region not enabled",
  "bad-request": "Refused by CloudTrail",
  "no-credentials": "No credentials",
  "expired-credentials": "Credentials expired",
  "bad-credentials": "Credentials refused",
  "role-denied": "Role refused",
  archived: "Archived in S3 Glacier",
  throttled: "Slowed down by AWS",
  unreachable: "Not reachable",
  "no-such-object": "No longer there",
  "truncated-gzip": "Cut off in the middle",
  "bad-gzip": "Damaged gzip",
  "bad-zip": "Damaged zip",
  "not-json": "No JSON",
  "not-cloudtrail": "No CloudTrail records in it",
  "too-large": "Too large",
  "too-deep": "Nested too deep",
  "database-refused": "Refused by the database",
  digest: "Digest files",
  "folder-marker": "Folder markers",
  "outside-range": "Outside the days asked for",
  expired: "Older than the source keeps",
  "not-a-log": "Not log objects",
};

/** `Access denied`; a code that is not known here stands for itself. */
export function reasonName(code: string): string {
  return NAMES[code] ?? code;
}
