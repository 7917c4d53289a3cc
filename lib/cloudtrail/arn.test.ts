import { describe, expect, it } from "vitest";
import { arnNames, namesNothing, parseArn } from "#lib/cloudtrail/arn.ts";
import { typeOfArn } from "#lib/cloudtrail/arn-type.ts";

const arn = (text: string) => {
  const parsed = parseArn(text);
  if (parsed === null) throw new Error(`${text} is no ARN`);
  return parsed;
};

describe("an ARN", () => {
  it.each([
    ["arn:aws:iam::1:role/service-role/deploy", "AWS::IAM::Role", ["service-role/deploy", "deploy"]],
    ["arn:aws:ec2:eu-west-1:1:instance/i-0abc", "AWS::EC2::Instance", ["i-0abc"]],
    ["arn:aws-us-gov:s3:::acme-logs", "AWS::S3::Bucket", ["acme-logs"]],
    ["arn:aws:s3:::acme-logs/a/b c.txt", "AWS::S3::Object", ["acme-logs/a/b c.txt", "acme-logs"]],
    ["arn:aws:s3:eu-west-1:1:accesspoint/finance", "AWS::S3::AccessPoint", ["finance"]],
    ["arn:aws:sns:eu-west-1:1:alarms", "AWS::SNS::Topic", ["alarms"]],
    ["arn:aws-cn:sqs:cn-north-1:1:jobs", "AWS::SQS::Queue", ["jobs"]],
    ["arn:aws:lambda:eu-west-1:1:function:resize:42", "AWS::Lambda::Function", ["resize"]],
    [
      "arn:aws:logs:eu-west-1:1:log-group:/aws/lambda/resize:*",
      "AWS::Logs::LogGroup",
      ["/aws/lambda/resize"],
    ],
    ["arn:aws:logs:eu-west-1:1:log-group:/x:log-stream:y", "AWS::Logs::LogStream", ["/x"]],
    [
      "arn:aws:secretsmanager:eu-west-1:1:secret:prod/db-AbC123",
      "AWS::SecretsManager::Secret",
      ["prod/db-AbC123", "prod/db"],
    ],
    ["arn:aws:ssm:eu-west-1:1:parameter/prod/db", "AWS::SSM::Parameter", ["prod/db", "/prod/db"]],
    ["arn:aws:rds:eu-west-1:1:db:orders", "AWS::RDS::DBInstance", ["orders"]],
    ["arn:aws:kms:eu-west-1:1:alias/app", "AWS::KMS::Alias", ["app"]],
    ["arn:aws:newservice:eu-west-1:1:widget/w", null, ["w"]],
  ])("%s has its type and names", (text, type, names) => {
    expect(typeOfArn(arn(text))).toBe(type);
    expect(arnNames(arn(text))).toEqual(names);
  });

  it.each([
    "",
    "arn:",
    "arn:aws",
    "arn:aws:s3",
    "arn:aws:s3:::",
    "arn::s3:::b",
    "arn:aws::::b",
    "i-0abc",
    "ARN:aws:s3:::b",
  ])("is not %j", (text) => expect(parseArn(text)).toBeNull());

  it.each(["arn:aws:ec2:e:1:instance/*", "arn:aws:sns:e:1:*", "arn:aws:iam::1:role/", "arn:aws:x:e:1:*/*"])(
    "names nothing in %s",
    (text) => expect(namesNothing(arn(text))).toBe(true),
  );

  it.each(["arn:aws:s3:::b/*", "arn:aws:es:e:1:domain/d/*", "arn:aws:sns:e:1:topic"])(
    "names something in %s",
    (text) => expect(namesNothing(arn(text))).toBe(false),
  );
});
