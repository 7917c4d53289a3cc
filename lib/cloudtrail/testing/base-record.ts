import type { IndexedRecord } from "#lib/cloudtrail/indexed-record.ts";
import { readRecord } from "#lib/cloudtrail/read-record.ts";

/** A plain record of our own making, for tests to vary. */
export const baseRecord = {
  eventVersion: "1.11",
  userIdentity: {
    type: "AssumedRole",
    principalId: "AROAEXAMPLEWAYMARK01:nightly-stop",
    arn: "arn:aws:sts::111122223333:assumed-role/PowerScheduler/nightly-stop",
    accountId: "111122223333",
    accessKeyId: "ASIAEXAMPLEWAYMARK01",
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: "AROAEXAMPLEWAYMARK01",
        arn: "arn:aws:iam::111122223333:role/ops/PowerScheduler",
        accountId: "111122223333",
        userName: "PowerScheduler",
      },
      attributes: { creationDate: "2026-11-12T19:00:01Z", mfaAuthenticated: "false" },
    },
  },
  eventTime: "2026-11-12T19:00:04Z",
  eventSource: "ec2.amazonaws.com",
  eventName: "StopInstances",
  awsRegion: "eu-west-1",
  sourceIPAddress: "203.0.113.24",
  userAgent: "aws-cli/2.31.0",
  requestParameters: { instancesSet: { items: [{ instanceId: "i-0abc12de34fa56b78" }] }, force: false },
  responseElements: null,
  requestID: "3d4c1d6a-9a0e-4a5f-8a44-000000000001",
  eventID: "6f0d2a31-7c1b-4a57-9b0e-2f2f6c1d9a10",
  readOnly: false,
  eventType: "AwsApiCall",
  managementEvent: true,
  recipientAccountId: "111122223333",
  eventCategory: "Management",
};

/** The reading of a varied record, which must be indexed; members set to undefined count as absent. */
export function indexedWith(changes: Record<string, unknown> = {}): IndexedRecord {
  return indexed({ ...baseRecord, ...changes });
}

export function indexed(record: unknown): IndexedRecord {
  const reading = readRecord(record);
  if (reading.kind === "refused") throw new Error(`Refused: ${reading.refusal.message}`);
  return reading.record;
}

/** The values of a record's terms at a path, in order. */
export function valuesAt(record: IndexedRecord, path: string): readonly string[] {
  return [...record.terms, ...record.uniqueTerms]
    .filter((term) => term.path === path)
    .map(({ value }) => value);
}
