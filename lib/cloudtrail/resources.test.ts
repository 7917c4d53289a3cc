import { describe, expect, it } from "vitest";
import { baseRecord, indexedWith, valuesAt } from "#lib/cloudtrail/testing/base-record.ts";

/** Every case is a call as CloudTrail shows it, written by hand; then what it acted on, the most telling first. */
type Call = readonly [
  call: string,
  record: { readonly request?: unknown; readonly response?: unknown; readonly [other: string]: unknown },
  resources: readonly (readonly [id: string, type: string | null])[],
];

const CALLS: readonly Call[] = [
  [
    "ec2 CreateSnapshot",
    {
      request: { volumeId: "vol-0a1b2c3d4e5f60718" },
      response: { snapshotId: "snap-0a1b2c3d4e5f60718", volumeId: "vol-0a1b2c3d4e5f60718" },
    },
    [
      ["snap-0a1b2c3d4e5f60718", "AWS::EC2::Snapshot"],
      ["vol-0a1b2c3d4e5f60718", "AWS::EC2::Volume"],
    ],
  ],
  [
    "ec2 CreateVolume",
    {
      request: { snapshotId: "snap-12345678" },
      response: { volumeId: "vol-12345678", snapshotId: "snap-12345678" },
    },
    [
      ["vol-12345678", "AWS::EC2::Volume"],
      ["snap-12345678", "AWS::EC2::Snapshot"],
    ],
  ],
  [
    "ec2 RunInstances",
    {
      request: { instancesSet: { items: [{ imageId: "ami-0a1b2c3d4e5f60718", keyName: "ops" }] } },
      response: {
        instancesSet: {
          items: [
            { instanceId: "i-0000000000000000a", vpcId: "vpc-0000000a" },
            { instanceId: "i-0000000000000000b" },
          ],
        },
      },
    },
    [
      ["i-0000000000000000a", "AWS::EC2::Instance"],
      ["i-0000000000000000b", "AWS::EC2::Instance"],
      ["vpc-0000000a", "AWS::EC2::VPC"],
      ["ami-0a1b2c3d4e5f60718", "AWS::EC2::Image"],
      ["ops", "AWS::EC2::KeyPair"],
    ],
  ],
  [
    "ec2 AttachVolume",
    { request: { instanceId: "i-0000000a", volumeId: "vol-0000000a", device: "/dev/sdf" } },
    [
      ["vol-0000000a", "AWS::EC2::Volume"],
      ["i-0000000a", "AWS::EC2::Instance"],
    ],
  ],
  [
    "ec2 CreateTags",
    {
      request: {
        resourcesSet: { items: [{ resourceId: "eni-0000000a" }] },
        tagSet: { items: [{ key: "team", value: "ops" }] },
      },
    },
    [["eni-0000000a", "AWS::EC2::NetworkInterface"]],
  ],
  [
    "ec2 AuthorizeSecurityGroupIngress",
    {
      request: {
        groupId: "sg-0a1b2c3d4e5f60718",
        ipPermissions: { items: [{ ipRanges: { items: [{ cidrIp: "0.0.0.0/0" }] } }] },
      },
    },
    [["sg-0a1b2c3d4e5f60718", "AWS::EC2::SecurityGroup"]],
  ],
  [
    "ec2 AllocateAddress",
    { response: { publicIp: "198.51.100.9", allocationId: "eipalloc-0a1b2c3d" } },
    [["eipalloc-0a1b2c3d", "AWS::EC2::EIP"]],
  ],
  [
    "ec2 CreateNatGateway",
    {
      request: { subnetId: "subnet-0000000a" },
      response: { natGateway: { natGatewayId: "nat-0000000000000000a" } },
    },
    [
      ["nat-0000000000000000a", "AWS::EC2::NatGateway"],
      ["subnet-0000000a", "AWS::EC2::Subnet"],
    ],
  ],
  [
    "s3 GetObject",
    { request: { bucketName: "acme-logs", key: "a/b.txt" } },
    [
      ["arn:aws:s3:::acme-logs/a/b.txt", "AWS::S3::Object"],
      ["acme-logs", "AWS::S3::Bucket"],
    ],
  ],
  [
    "s3 PutObject",
    {
      request: { bucketName: "acme-logs", key: "a" },
      resources: [
        { type: "AWS::S3::Object", ARN: "arn:aws:s3:::acme-logs/a" },
        { accountId: "1", type: "AWS::S3::Bucket", ARN: "arn:aws:s3:::acme-logs" },
      ],
    },
    [
      ["arn:aws:s3:::acme-logs/a", "AWS::S3::Object"],
      ["arn:aws:s3:::acme-logs", "AWS::S3::Bucket"],
    ],
  ],
  [
    "s3 ListObjects",
    {
      request: { bucketName: "acme-cn" },
      awsRegion: "cn-north-1",
      resources: [{ type: "AWS::S3::Object", ARNPrefix: "arn:aws-cn:s3:::acme-cn/" }],
    },
    [
      ["arn:aws-cn:s3:::acme-cn/", "AWS::S3::Object"],
      ["acme-cn", "AWS::S3::Bucket"],
    ],
  ],
  ["s3 DeleteBucket", { request: { bucketName: "acme-logs" } }, [["acme-logs", "AWS::S3::Bucket"]]],
  [
    "iam CreateUser",
    { request: { userName: "zoe" }, response: { user: { userName: "zoe", arn: "arn:aws:iam::1:user/zoe" } } },
    [["arn:aws:iam::1:user/zoe", "AWS::IAM::User"]],
  ],
  [
    "iam CreateAccessKey",
    {
      request: { userName: "zoe" },
      response: { accessKey: { accessKeyId: "AKIAEXAMPLEWAYMARK02", userName: "zoe" } },
    },
    [
      ["AKIAEXAMPLEWAYMARK02", "AWS::IAM::AccessKey"],
      ["zoe", "AWS::IAM::User"],
    ],
  ],
  [
    "iam AttachRolePolicy",
    { request: { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess", roleName: "deploy" } },
    [
      ["deploy", "AWS::IAM::Role"],
      ["arn:aws:iam::aws:policy/AdministratorAccess", "AWS::IAM::Policy"],
    ],
  ],
  [
    "iam PutRolePolicy",
    {
      request: {
        roleName: "deploy",
        policyName: "inline",
        policyDocument: '{"Resource":["arn:aws:s3:::acme-logs/*","arn:aws:s3:::acme-cn"]}',
      },
    },
    [
      ["deploy", "AWS::IAM::Role"],
      ["inline", "AWS::IAM::Policy"],
      ["arn:aws:s3:::acme-logs/*", "AWS::S3::Object"],
      ["arn:aws:s3:::acme-cn", "AWS::S3::Bucket"],
    ],
  ],
  [
    "iam DeleteRole",
    {
      request: { roleName: "x" },
      errorMessage:
        "User: arn:aws:iam::1:user/a is not authorized to perform: iam:DeleteRole on resource: role x arn:aws:iam::1:role/x.",
    },
    [
      ["x", "AWS::IAM::Role"],
      ["arn:aws:iam::1:role/x", "AWS::IAM::Role"],
      ["arn:aws:iam::1:user/a", "AWS::IAM::User"],
    ],
  ],
  [
    "sts AssumeRole",
    {
      request: { roleArn: "arn:aws:iam::2:role/Audit", roleSessionName: "s" },
      response: {
        credentials: { accessKeyId: "ASIAX", sessionToken: "T" },
        assumedRoleUser: { arn: "arn:aws:sts::2:assumed-role/Audit/s" },
      },
    },
    [["arn:aws:iam::2:role/Audit", "AWS::IAM::Role"]],
  ],
  [
    "kms Decrypt",
    {
      request: { encryptionContext: { "aws:s3:arn": "arn:aws:s3:::acme-logs" } },
      resources: [{ ARN: "arn:aws:kms:e:1:key/k", type: "AWS::KMS::Key" }],
    },
    [
      ["arn:aws:kms:e:1:key/k", "AWS::KMS::Key"],
      ["arn:aws:s3:::acme-logs", "AWS::S3::Bucket"],
    ],
  ],
  ["kms ScheduleKeyDeletion", { request: { keyId: "alias/app" } }, [["alias/app", "AWS::KMS::Alias"]]],
  [
    "lambda UpdateFunctionCode20150331v2",
    { request: { functionName: "resize" } },
    [["resize", "AWS::Lambda::Function"]],
  ],
  ["dynamodb DeleteTable", { request: { tableName: "orders" } }, [["orders", "AWS::DynamoDB::Table"]]],
  [
    "rds CreateDBSnapshot",
    { request: { dBInstanceIdentifier: "orders", dBSnapshotIdentifier: "before" } },
    [
      ["before", "AWS::RDS::DBSnapshot"],
      ["orders", "AWS::RDS::DBInstance"],
    ],
  ],
  ["rds DeleteDBCluster", { request: { dBClusterIdentifier: "c" } }, [["c", "AWS::RDS::DBCluster"]]],
  ["cloudtrail StopLogging", { request: { name: "main" } }, [["main", "AWS::CloudTrail::Trail"]]],
  ["ssm GetParameter", { request: { name: "/prod/db" } }, [["/prod/db", "AWS::SSM::Parameter"]]],
  ["ssm CreateDocument", { request: { name: "Patch" } }, [["Patch", "AWS::SSM::Document"]]],
  [
    "secretsmanager GetSecretValue",
    { request: { secretId: "prod/db" } },
    [["prod/db", "AWS::SecretsManager::Secret"]],
  ],
  ["logs DeleteLogGroup", { request: { logGroupName: "/app" } }, [["/app", "AWS::Logs::LogGroup"]]],
  [
    "sqs DeleteQueue",
    { request: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/1/jobs" } },
    [["https://sqs.eu-west-1.amazonaws.com/1/jobs", "AWS::SQS::Queue"]],
  ],
  [
    "sns Publish",
    { request: { topicArn: "arn:aws:sns:e:1:alarms" } },
    [["arn:aws:sns:e:1:alarms", "AWS::SNS::Topic"]],
  ],
  ["eks DeleteCluster", { request: { name: "prod" } }, [["prod", "AWS::EKS::Cluster"]]],
  [
    "ecs UpdateService",
    { request: { cluster: "prod", service: "web" } },
    [
      ["web", "AWS::ECS::Service"],
      ["prod", "AWS::ECS::Cluster"],
    ],
  ],
  ["cloudformation DeleteStack", { request: { stackName: "net" } }, [["net", "AWS::CloudFormation::Stack"]]],
  [
    "autoscaling UpdateAutoScalingGroup",
    { request: { autoScalingGroupName: "web" } },
    [["web", "AWS::AutoScaling::AutoScalingGroup"]],
  ],
  ["ecr DeleteRepository", { request: { repositoryName: "web" } }, [["web", "AWS::ECR::Repository"]]],
  ["workmail CreateUser", { request: { userName: "zoe", userId: "*" } }, []],
  ["s3 ListBuckets", { request: null }, []],
];

const without = { userIdentity: { type: "IAMUser", userName: "amy" } };

function readCall([call, { request, response, ...others }]: Call) {
  const [service, eventName] = call.split(" ");
  const parameters = { requestParameters: request, responseElements: response };
  return indexedWith({
    eventSource: `${service}.amazonaws.com`,
    eventName,
    ...parameters,
    ...without,
    ...others,
  });
}

describe("the resources of an event", () => {
  it.each(CALLS)("are what %s acted on, the most telling first", (...call) => {
    const expected = call[2].map(([id, type]) => ({ id, type }));
    expect(readCall(call).event.resources).toEqual(expected);
  });

  it("are found under each of their names", () => {
    const record = indexedWith({ requestParameters: { x: "arn:aws:ec2:eu-west-1:1:instance/i-0000000a" } });
    expect(valuesAt(record, "@resource")).toEqual([
      "arn:aws:ec2:eu-west-1:1:instance/i-0000000a",
      "i-0000000a",
    ]);
    expect(valuesAt(record, "@resourceType")).toEqual(["AWS::EC2::Instance"]);
  });

  it("leave out the caller's own role and session, unless AWS lists them", () => {
    const { arn, sessionContext } = baseRecord.userIdentity;
    const own = { requestParameters: { createdBy: arn, by: sessionContext.sessionIssuer.arn } };
    expect(indexedWith(own).event.resources).toEqual([]);
    const listed = indexedWith({ ...own, resources: [{ ARN: sessionContext.sessionIssuer.arn }] });
    expect(listed.event.resources).toEqual([
      { id: sessionContext.sessionIssuer.arn, type: "AWS::IAM::Role" },
    ]);
  });

  it.each([
    ["one object", { ARN: "arn:aws:sns:e:1:t", type: "AWS::SNS::Topic" }],
    ["a text", "arn:aws:sns:e:1:t"],
    ["a list of texts", ["arn:aws:sns:e:1:t", null, 7.5, {}].slice(0, 2)],
  ])("come from `resources` as %s", (_what, resources) => {
    expect(indexedWith({ requestParameters: null, resources }).event.resources).toEqual([
      { id: "arn:aws:sns:e:1:t", type: "AWS::SNS::Topic" },
    ]);
  });

  it("are listed up to 200, and all are found", () => {
    const ids = Array.from({ length: 500 }, (_, i) => `i-${i.toString(16).padStart(17, "0")}`);
    const record = indexedWith({ requestParameters: { instanceIds: [...ids, ...ids] } });
    expect(record.event.resources).toHaveLength(200);
    expect(valuesAt(record, "@resource")).toEqual(ids);
  });
});
