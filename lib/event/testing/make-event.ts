import type { Event } from "#lib/event/event.ts";

/** An ordinary event, with what a test changes of it. */
export function makeEvent(changes: Partial<Event> = {}): Event {
  return {
    eventId: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    eventTime: "2026-11-12T14:31:07Z",
    eventName: "StopInstances",
    eventSource: "ec2.amazonaws.com",
    readOnly: false,
    category: "Management",
    account: "111122223333",
    region: "eu-west-1",
    actor: {
      kind: "role",
      name: "ProdAdmin/alice",
      role: "ProdAdmin",
      session: "alice",
      arn: "arn:aws:sts::111122223333:assumed-role/ProdAdmin/alice",
      accessKeyId: "ASIAEXAMPLE",
      via: null,
    },
    sourceIp: "198.51.100.7",
    userAgent: "aws-cli/2.15.0",
    outcome: "success",
    errorCode: null,
    severities: [],
    resources: [{ id: "i-0abc", type: "AWS::EC2::Instance" }],
    origin: "s3://acme-logs",
    ...changes,
  };
}
