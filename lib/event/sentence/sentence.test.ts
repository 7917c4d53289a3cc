import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonText } from "#lib/base/json-text.ts";
import { readRecord } from "#lib/cloudtrail/read-record.ts";
import { baseRecord, indexed } from "#lib/cloudtrail/testing/base-record.ts";
import { hasRealEvents, realEvents, whereReal } from "#lib/cloudtrail/testing/real-events.ts";
import { TEMPLATE_LINES } from "#lib/event/sentence/find-template.ts";
import { sentenceOf, sentenceText } from "#lib/event/sentence/sentence.ts";
import { parseTemplate } from "#lib/event/sentence/template.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

/** The sentence of a record, as it would be read from its text. */
function said(record: unknown): string {
  const text = JSON.stringify(record);
  const event = { ...indexed(record).event, severities: [], origin: "the tests" };
  return sentenceText(sentenceOf(event, parseJsonText(text)));
}

const saidWith = (changes: Record<string, unknown>) => said({ ...baseRecord, ...changes });
const user = { type: "IAMUser", userName: "alice", arn: "arn:aws:iam::111122223333:user/alice" };
const by = { userIdentity: user, awsRegion: undefined, sourceIPAddress: undefined };

describe("the sentence of a common call", () => {
  it("says who, as which role, did what, where and from where", () => {
    expect(said(baseRecord)).toBe(
      "“nightly-stop”, as role PowerScheduler, stopped instance i-0abc12de34fa56b78 in eu-west-1 from 203.0.113.24. It was allowed.",
    );
  });

  it("names two things, and counts more", () => {
    const stop = (...ids: string[]) =>
      saidWith({
        ...by,
        requestParameters: { instancesSet: { items: ids.map((instanceId) => ({ instanceId })) } },
      });
    expect(stop("i-1", "i-2")).toContain("alice stopped instances i-1 and i-2.");
    expect(stop("i-1", "i-2", "i-3", "i-4")).toContain("alice stopped instances i-1 and 3 more.");
    expect(stop()).toContain("alice stopped instances.");
  });

  it("says that what was denied or failed was tried, and with which code", () => {
    expect(saidWith({ ...by, errorCode: "Client.UnauthorizedOperation" })).toBe(
      "alice tried to stop instance i-0abc12de34fa56b78. It was denied: Client.UnauthorizedOperation.",
    );
    expect(saidWith({ ...by, errorCode: "IncorrectInstanceState" })).toContain(
      "It failed: IncorrectInstanceState.",
    );
    expect(saidWith({ ...by, errorCode: "Client.DryRunOperation" })).toContain("It was a dry run");
  });

  it.each([
    [
      "iam",
      "AttachRolePolicy",
      { policyArn: "arn:aws:iam::aws:policy/ReadOnly", roleName: "ci" },
      "attached policy ReadOnly to role ci.",
    ],
    ["iam", "CreateUser", { userName: "bob" }, "created user bob."],
    ["iam", "DeleteUser", null, "deleted a user."],
    ["cloudtrail", "StopLogging", { name: "main" }, "stopped the logging of trail main."],
    ["s3", "GetObject", { bucketName: "logs", key: "a/b.txt" }, "read object a/b.txt from bucket logs."],
    [
      "secretsmanager",
      "DeleteSecret",
      { secretId: "db", forceDeleteWithoutRecovery: true },
      "deleted secret db without a way back.",
    ],
    ["secretsmanager", "DeleteSecret", { secretId: "db" }, "deleted secret db."],
    [
      "ssm",
      "GetParameters",
      { names: ["/a", "/b"], withDecryption: true },
      "read parameters /a and /b with decryption.",
    ],
    ["rds", "DeleteDBInstance", { dBInstanceIdentifier: "orders" }, "deleted database orders."],
    [
      "rds",
      "ModifyDBInstance",
      { dBInstanceIdentifier: "orders", masterUserPassword: "HIDDEN_DUE_TO_SECURITY_REASONS" },
      "changed database orders, setting its master password.",
    ],
    [
      "ec2",
      "ModifyInstanceAttribute",
      { instanceId: "i-1", disableApiTermination: { value: false } },
      "changed an attribute of instance i-1, no longer protecting it from termination.",
    ],
    [
      "ec2",
      "RevokeSecurityGroupIngress",
      { groupId: "sg-1", ipPermissions: {}, fromPort: 22, toPort: 22, cidrIp: "0.0.0.0/0" },
      "closed security group sg-1 to address 0.0.0.0/0 on port 22.",
    ],
    [
      "ec2",
      "CreateRoute",
      { routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
      "added a route to 0.0.0.0/0 through igw-1 in route table rtb-1.",
    ],
    [
      "sso",
      "CreateAccountAssignment",
      {
        permissionSetArn: "arn:aws:sso:::permissionSet/i1/ps-1",
        principalId: "g-1",
        principalType: "GROUP",
        targetId: "111122223333",
      },
      "assigned permission set i1/ps-1 to group g-1 in account 111122223333.",
    ],
    ["sqs", "PurgeQueue", { queueUrl: "https://sqs.e.amazonaws.com/1/jobs" }, "purged queue jobs."],
    ["iam", "GetUser", null, "looked at their own user."],
    ["lambda", "UpdateFunctionCode20150331v2", { functionName: "pay" }, "replaced the code of function pay."],
    [
      "ec2",
      "ModifySnapshotAttribute",
      { snapshotId: "snap-1", createVolumePermission: { add: { items: [{ userId: "999988887777" }] } } },
      "changed snapshot snap-1, sharing it with account 999988887777.",
    ],
  ])("%s %s", (service, eventName, requestParameters, words) => {
    const record = { ...by, eventSource: `${service}.amazonaws.com`, eventName, requestParameters };
    expect(saidWith(record)).toBe(`alice ${words} It was allowed.`);
  });

  it.each([
    ["iam", "AttachRolePolicy", "role deploy", "attach a policy to role deploy."],
    [
      "lambda",
      "AddPermission20150331v2",
      "arn:aws:lambda:e:1:function:pay",
      "let a principal run function pay.",
    ],
    ["rds", "DeleteDBInstance", "arn:aws:rds:e:1:db:orders", "delete database orders."],
    ["logs", "DeleteLogGroup", "arn:aws:logs:e:1:log-group:/app:log-stream:", "delete log group /app."],
    ["wafv2", "DeleteWebACL", "arn:aws:wafv2:e:1:regional/webacl/main/0a-1b", "delete web ACL main/0a-1b."],
    ["iam", "DeleteUser", "*", "delete a user."],
  ])("names what was refused where the parameters are left out: %s %s", (service, eventName, on, words) => {
    const record = { ...by, eventSource: `${service}.amazonaws.com`, eventName, requestParameters: null };
    const errorMessage = `User: ${user.arn} is not authorized to perform: x on resource: ${on} because no identity-based policy allows it`;
    expect(saidWith({ ...record, errorCode: "AccessDenied", errorMessage })).toBe(
      `alice tried to ${words} It was denied: AccessDenied.`,
    );
  });

  it("does not take a resource for what a given parameter leaves out", () => {
    const requestParameters = { userName: "bob" };
    const record = {
      ...by,
      eventSource: "iam.amazonaws.com",
      eventName: "AttachUserPolicy",
      requestParameters,
    };
    expect(saidWith(record)).toContain("attached a policy to user bob.");
  });

  it("takes the new thing's name from the answer", () => {
    const answer = { instancesSet: { items: [{ instanceId: "i-new" }] } };
    const asked = { instanceType: "m7g.large", instancesSet: { items: [{ imageId: "ami-1" }] } };
    expect(
      saidWith({ ...by, eventName: "RunInstances", requestParameters: asked, responseElements: answer }),
    ).toContain("alice launched instance i-new (m7g.large).");
  });

  it("tells a sign-in with a second factor from one without", () => {
    const signIn = {
      ...by,
      eventSource: "signin.amazonaws.com",
      eventName: "ConsoleLogin",
      requestParameters: null,
    };
    const said = (MFAUsed: string) =>
      saidWith({
        ...signIn,
        responseElements: { ConsoleLogin: "Success" },
        additionalEventData: { MFAUsed },
      });
    expect(said("Yes")).toBe("alice signed in to the console with a second factor. It was allowed.");
    // A federated sign-in says No as well, whatever its provider asked for.
    expect(said("No")).toContain("without AWS asking for a second factor");
    expect(saidWith({ ...signIn, responseElements: { ConsoleLogin: "Failure" } })).toBe(
      "alice tried to sign in to the console. It was denied.",
    );
  });
});

describe("the sentence's subject", () => {
  it.each([
    [{ type: "Root", arn: "arn:aws:iam::111122223333:root" }, "The root user stopped"],
    [{ type: "AWSService", invokedBy: "autoscaling.amazonaws.com" }, "The AWS service autoscaling stopped"],
    [{ type: "AWSAccount", accountId: "444455556666" }, "Account 444455556666 stopped"],
    [{ ...user, invokedBy: "cloudformation.amazonaws.com" }, "alice, through cloudformation, stopped"],
    [{ ...user, invokedBy: "signin.amazonaws.com" }, "alice, through the console, stopped"],
    [null, "An unknown caller stopped"],
  ])("%j", (userIdentity, words) => {
    expect(saidWith({ userIdentity, sourceIPAddress: undefined })).toContain(words);
  });

  it("puts a session's name between quotation marks, because whoever made it chose it", () => {
    const event = { ...indexed(baseRecord).event, severities: [], origin: "the tests" };
    const [who] = sentenceOf(event, null).what;
    expect(who).toMatchObject({ kind: "value", field: "session", value: "nightly-stop", isClaim: true });
  });

  it.each([
    [
      { kind: "person", name: "marek", grade: "exact", reason: null },
      /^marek, as role PowerScheduler, stopped /,
    ],
    [{ kind: "person", name: "marek", grade: "inferred", reason: null }, /^Apparently marek, as role /],
    [
      { kind: "service", name: "ec2.amazonaws.com", grade: "exact", reason: null },
      /^“nightly-stop”, as role /,
    ],
  ] as const)("names the person behind the role where the chain leads to one: %j", (origin, words) => {
    const { event } = indexed(baseRecord);
    const found = { ...event, severities: [], origin: "the tests", actor: { ...event.actor, origin } };
    expect(sentenceText(sentenceOf(found, null))).toMatch(words);
  });
});

describe("the sentence of any other call", () => {
  it.each([
    [
      "rds",
      "DescribeDBEngineVersions",
      true,
      "described DB engine versions (DescribeDBEngineVersions of rds, read).",
    ],
    ["s3", "PutBucketCors", false, "wrote bucket CORS (PutBucketCors of s3, write)."],
    ["resource-explorer-2", "Search", true, "called Search of resource-explorer-2 (read)."],
    ["example", "<script>alert(1)</script>", false, "called <script>alert(1)</script> of example (write)."],
  ])("%s %s", (service, eventName, readOnly, words) => {
    const record = {
      ...by,
      eventSource: `${service}.amazonaws.com`,
      eventName,
      readOnly,
      requestParameters: null,
    };
    expect(saidWith(record)).toBe(`alice ${words} It was allowed.`);
  });

  it.each([
    [
      "ec2",
      "DescribeSubnets",
      { subnetId: "subnet-0123456789abcdef0" },
      "described subnet subnet-0123456789abcdef0 ",
    ],
    ["ec2", "DescribeTags", { id: "vol-0123456789abcdef0" }, "described tags on vol-0123456789abcdef0 "],
    ["ec2", "DescribeDhcpOptions", { id: "dopt-01234567" }, "described DHCP options dopt-01234567 "],
    ["iam", "ListGroupsForUser", { userName: "zoe" }, "listed groups for user zoe "],
    ["sns", "TagResource", { resourceArn: "arn:aws:sns:e:1:alarms" }, "tagged resource alarms "],
    ["appmesh", "CreateMesh", { arn: "arn:aws:appmesh:e:1:mesh/m1" }, "created mesh m1 "],
  ])(
    "names the thing without a word where the call's own words are its kind: %s %s",
    (service, eventName, asked, words) => {
      const record = { ...by, eventSource: `${service}.amazonaws.com`, eventName, requestParameters: asked };
      expect(saidWith(record)).toContain(`alice ${words}(`);
    },
  );

  it("is that of an unusual rate for Insights", () => {
    const insight = { ...baseRecord, eventCategory: "Insight", eventType: "AwsCloudTrailInsight" };
    expect(said(insight)).toContain("CloudTrail Insights noticed an unusual rate of StopInstances");
  });
});

describe("the tables", () => {
  it("hold at least the 150 most common calls, and every line can be read", () => {
    expect(TEMPLATE_LINES.size).toBeGreaterThanOrEqual(150);
    for (const line of TEMPLATE_LINES.values()) expect(parseTemplate(line).rest.length).toBeGreaterThan(0);
  });

  it("leave no slot and no gap where the record tells nothing", () => {
    for (const name of TEMPLATE_LINES.keys()) {
      const [service = "", eventName] = name.split(":");
      const text = saidWith({
        ...by,
        eventSource: `${service}.amazonaws.com`,
        eventName,
        requestParameters: null,
      });
      expect(text).not.toMatch(/undefined|null|[{}[\]]| {2}| \.| ,|“”/);
    }
  });

  it("refuse a line that is no template", () => {
    expect(() => parseTemplate("Stop it")).toThrow("does not begin with a verb");
    expect(() => parseTemplate("stop {instance}")).toThrow("no colon");
    expect(() => parseTemplate("stop {instance: id")).toThrow("cannot be read");
  });
});

/** Whatever the record says: words, an end, and nothing that a template forgot. */
function expectSound(text: string, source: string): void {
  expect(text).toMatch(/^\S.+ .+\.\s*$/s);
  for (const sign of ["undefined", "[object", "“”"])
    if (!source.includes(sign)) expect(text).not.toContain(sign);
  expect(text).not.toMatch(/\{[\w ()/]*: /);
}

describe("every event has a sentence", () => {
  it("of the sample trail", () => {
    const seen = new Set<string>();
    const trail = sampleTrail({ seed: 5, events: 10_000, days: 10, end: Date.UTC(2026, 10, 13) });
    for (const object of trail.objects()) {
      if (object.kind !== "log") continue;
      const { Records }: { Records: { eventName: string }[] } = JSON.parse(object.text());
      for (const record of Records) {
        expectSound(said(record), JSON.stringify(record));
        seen.add(record.eventName);
      }
    }
    expect(seen.size).toBeGreaterThan(20);
  });

  it.runIf(hasRealEvents)(`of real trails${whereReal}`, () => {
    let count = 0;
    for (const { text } of realEvents()) {
      const reading = readRecord(JSON.parse(text));
      if (reading.kind !== "indexed") continue;
      const sentence = sentenceOf(
        { ...reading.record.event, severities: [], origin: "the tests" },
        parseJsonText(text),
      );
      expectSound(sentenceText(sentence), text);
      count += 1;
    }
    expect(count).toBeGreaterThan(4_000);
  });

  it("whatever stands in the record", () => {
    const name = fc.constantFrom(...TEMPLATE_LINES.keys());
    fc.assert(
      fc.property(name, fc.jsonValue({ maxDepth: 4 }), fc.jsonValue(), (call, asked, answer) => {
        const [service = "", eventName] = call.split(":");
        const record = {
          ...baseRecord,
          eventSource: `${service}.amazonaws.com`,
          eventName,
          requestParameters: asked,
          responseElements: answer,
        };
        expect(said(record).trim()).not.toBe("");
      }),
    );
  });

  it("and what a stranger wrote is a value in it, whole, never a word of ours", () => {
    const hostile = "x} {instance: y}. It was allowed.<b>";
    const record = {
      ...baseRecord,
      ...by,
      eventName: "DeleteTrail",
      eventSource: "cloudtrail.amazonaws.com",
    };
    const text = JSON.stringify({ ...record, requestParameters: { name: hostile } });
    const event = { ...indexed(JSON.parse(text)).event, severities: [], origin: "the tests" };
    const { what } = sentenceOf(event, parseJsonText(text));
    expect(what.filter((part) => part.text.includes("{"))).toMatchObject([{ kind: "value", value: hostile }]);
  });
});
