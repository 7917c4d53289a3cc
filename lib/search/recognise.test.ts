import { expect, it } from "vitest";
import { parseQuery } from "#lib/search/parse-query.ts";
import { recognise } from "#lib/search/recognise.ts";

const ID = "3b08722d-d5aa-4b8d-b257-792952e7cc6d";

/** What the first suggestion would do. */
function first(text: string): string | undefined {
  const [one] = recognise(text);
  if (one?.kind === "resource") return `resource ${one.id}`;
  return one?.kind === "event" ? `event ${one.eventId}` : one?.q;
}

const CASES: readonly (readonly [what: string, pasted: string, means: string])[] = [
  ["an access key", "AKIAIOSFODNN7EXAMPLE", "key:AKIAIOSFODNN7EXAMPLE"],
  ["a temporary key, quoted as in JSON", '"ASIAIOSFODNN7EXAMPLE",', "key:ASIAIOSFODNN7EXAMPLE"],
  ["an event id", ID.toUpperCase(), `event ${ID}`],
  ["an instance id", " i-07a194e0ad26392cc\n", "resource:i-07a194e0ad26392cc"],
  ["an old instance id", "i-1234abcd", "resource:i-1234abcd"],
  ["a transit gateway attachment", "tgw-attach-07a194e0ad26392cc", "resource:tgw-attach-07a194e0ad26392cc"],
  ["an IPv4 address", "203.0.113.198", "ip:203.0.113.198"],
  ["an IPv6 address", "2001:db8::1", "ip:2001:db8::1"],
  ["a range", "10.0.0.0/8", "ip:10.0.0.0/8"],
  ["an account", "123456789012", "account:123456789012"],
  ["a region", "eu-central-1", "region:eu-central-1"],
  ["a service", "ec2.amazonaws.com", "service:ec2"],
  ["a principal id", "AROAEXAMPLEEXAMPLE12", "userIdentity.principalId:AROAEXAMPLEEXAMPLE12"],
  [
    "an address of mail",
    "ana@example.com",
    "actor:ana@example.com OR session:ana@example.com OR user:ana@example.com",
  ],
  ["a bucket's ARN", "arn:aws:s3:::acme-logs", "resource:arn:aws:s3:::acme-logs"],
  [
    "an instance's ARN, which no record tells",
    "arn:aws:ec2:eu-west-1:123456789012:instance/i-07a194e0ad26392cc",
    "resource:i-07a194e0ad26392cc",
  ],
  [
    "a key pair's ARN, which ends with a name that others may have",
    "arn:aws:ec2:eu-west-1:123456789012:key-pair/deploy",
    "resource:arn:aws:ec2:eu-west-1:123456789012:key-pair/deploy",
  ],
  [
    "a KMS key's ARN",
    "arn:aws:kms:eu-west-1:123456789012:key/8bcf2f29-b05f-4097-89c3-cfdb6c3838c3",
    "resource:8bcf2f29-b05f-4097-89c3-cfdb6c3838c3",
  ],
  ["a user's ARN", "arn:aws:iam::123456789012:user/ana", "principal:arn:aws:iam::123456789012:user/ana"],
  [
    "a role's ARN",
    "arn:aws:iam::123456789012:role/path/Deploy",
    "userIdentity.sessionContext.sessionIssuer.arn:arn:aws:iam::123456789012:role/path/Deploy",
  ],
  [
    "a session's ARN",
    "arn:aws:sts::123456789012:assumed-role/Deploy/ana",
    "principal:arn:aws:sts::123456789012:assumed-role/Deploy/ana",
  ],
  ["root's ARN", "arn:aws:iam::123456789012:root", "identity:Root account:123456789012"],
  [
    "a link to an event of the Event history",
    `https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1#/events/${ID}`,
    `event ${ID}`,
  ],
  [
    "a link to a filtered Event history",
    "https://us-east-1.console.aws.amazon.com/cloudtrailv2/home?region=us-east-1#/events?EventName=StopInstances&ReadOnly=false",
    "event:StopInstances readOnly:false region:us-east-1",
  ],
  [
    "a link to what a user or a role's session did",
    "https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1#/events?Username=my-session",
    "(user:my-session OR session:my-session) region:eu-west-1",
  ],
  [
    "a link to what root did",
    "https://console.aws.amazon.com/cloudtrail/home?region=us-east-1#/events?Username=root",
    "identity:Root region:us-east-1",
  ],
  [
    "a link whose region stands before the console's name",
    "https://us-gov-west-1.console.amazonaws-us-gov.com/cloudtrailv2/home#/events?ResourceName=acme-logs",
    "resource:acme-logs region:us-gov-west-1",
  ],
  [
    "an older link, of no region",
    "https://console.aws.amazon.com/cloudtrail/home#/events?Username=ana%40example.com",
    "(user:ana@example.com OR session:ana@example.com)",
  ],
  [
    "a link to an instance",
    "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-07a194e0ad26392cc",
    "resource:i-07a194e0ad26392cc",
  ],
  [
    "a link to a search for an instance",
    "https://console.aws.amazon.com/ec2/v2/home?region=eu-west-1#Instances:search=i-07a194e0ad26392cc;sort=desc",
    "resource:i-07a194e0ad26392cc",
  ],
  [
    "a link to a role",
    "https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/roles/details/DeployRole?section=permissions",
    "role:DeployRole",
  ],
  ["an older link to a user", "https://console.aws.amazon.com/iam/home#/users/ana", "user:ana"],
  [
    "a link to a bucket",
    "https://s3.console.aws.amazon.com/s3/buckets/acme-logs?region=eu-west-1&tab=objects",
    "resource:acme-logs",
  ],
  [
    "a link to a function",
    "https://eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/resize-images?tab=code",
    "resource:resize-images",
  ],
  [
    "a link that holds an ARN",
    "https://console.aws.amazon.com/states/home?region=eu-west-1#/statemachines/view/arn%3Aaws%3Astates%3Aeu-west-1%3A123456789012%3AstateMachine%3Anightly",
    "resource:arn:aws:states:eu-west-1:123456789012:stateMachine:nightly",
  ],
  ["a link to an event of Waymark", `http://waymark.internal/events/${ID}`, `event ${ID}`],
  ["a record", JSON.stringify({ eventVersion: "1.11", eventID: ID }, null, 2), `event ${ID}`],
  ["a record as EventBridge delivers it", JSON.stringify({ detail: { eventID: ID } }), `event ${ID}`],
  [
    "the records of a log file",
    JSON.stringify({ Records: [{ eventID: ID }, { eventID: ID.replace("3b", "4b") }] }),
    `id:(${ID} OR ${ID.replace("3b", "4b")})`,
  ],
];

it.each(CASES)("knows %s", (_what, pasted, means) => {
  expect(first(pasted)).toBe(means);
});

it.each([
  ["arn:aws:lambda:eu-west-1:123456789012:function:resize", true],
  ["arn:aws:iam::123456789012:role/Deploy", true],
  ["arn:aws:s3:::acme-logs/*", false],
  ["arn:aws:iam::123456789012:root", false],
  ["arn:aws:sts::123456789012:assumed-role/Deploy/ana", false],
])("offers of %s the page that finds all names of one thing: %s", (arn, isOffered) => {
  const pages = recognise(arn).filter(({ kind }) => kind === "resource");
  expect(pages).toMatchObject(isOffered ? [{ id: arn }] : []);
});

it("suggests only queries that can be read", () => {
  const hostile = [
    'arn:aws:iam::1:role/"(OR)',
    "arn:aws:s3:::*",
    "https://console.aws.amazon.com/iam/home#/users/%22)%20OR%20(event:*",
    "https://console.aws.amazon.com/cloudtrail/home#/events?EventName=%22)%20-(",
    "https://console.aws.amazon.com/ec2/home#X:name=%E0%A4%A",
  ];
  for (const text of [...CASES.map(([, pasted]) => pasted), ...hostile]) {
    for (const one of recognise(text)) {
      if (one.kind === "search") expect(parseQuery(one.q).problems, one.q).toEqual([]);
    }
  }
});

it.each([
  "",
  "stop",
  "event:StopInstances",
  "i-0abc",
  "{",
  '{"a":1}',
  "[]",
  "https://example.com/x",
  "1.2.3",
])("leaves %j as it is", (text) => {
  expect(recognise(text)).toEqual([]);
});

it("asks for no more than a hundred of many records, and says so", () => {
  const records = Array.from({ length: 150 }, (_, index) => ({
    eventID: `${String(index).padStart(8, "0")}${ID.slice(8)}`,
  }));
  const [one] = recognise(JSON.stringify(records));
  expect(one?.label).toBe("The first 100 of these 150 events");
  expect(one?.kind === "search" && one.q.split(" OR ").length).toBe(100);
});
