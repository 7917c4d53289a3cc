import { gzipSync } from "node:zlib";

/** CloudTrail records for a test's files: one a minute, from 2026-11-12 on. */
export function records(count: number, changes: Readonly<Record<string, unknown>> = {}): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => ({
    eventVersion: "1.11",
    eventID: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    eventTime: new Date(Date.UTC(2026, 10, 12) + index * 60_000).toISOString().replace(".000", ""),
    eventSource: "ec2.amazonaws.com",
    eventName: index % 3 === 0 ? "StopInstances" : "DescribeInstances",
    awsRegion: "eu-west-1",
    sourceIPAddress: "198.51.100.7",
    userAgent: "aws-cli/2.15.0",
    userIdentity: {
      type: "IAMUser",
      accountId: "111122223333",
      userName: "alice",
      arn: "arn:aws:iam::111122223333:user/alice",
    },
    readOnly: index % 3 !== 0,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: "111122223333",
    eventCategory: "Management",
    ...changes,
  }));
}

/** A log object as CloudTrail writes it. */
export function logObject(of: readonly unknown[]): Buffer {
  return gzipSync(JSON.stringify({ Records: of }));
}
