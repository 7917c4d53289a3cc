import { describe, expect, it } from "vitest";
import { lifeOf } from "#lib/cloudtrail/resource/life.ts";
import type { Outcome } from "#lib/event/event.ts";

function lifeIn(
  eventName: string,
  types: readonly string[],
  subject = 0,
  outcome: Outcome = "success",
): string | null {
  const resources = types.map((type, index) => ({ id: `${type}-${index}`, type: `AWS::${type}` }));
  return lifeOf({ eventName, outcome, resources }, ({ id }) => id === resources[subject]?.id);
}

describe("what a call did to the life of a thing", () => {
  it.each([
    ["CreateBucket", "S3::Bucket", "created"],
    ["DeleteBucket", "S3::Bucket", "deleted"],
    ["DeleteBucketPolicy", "S3::Bucket", null],
    ["PutBucketPolicy", "S3::Bucket", null],
    ["PutObject", "S3::Object", "created"],
    ["DeleteObject", "S3::Bucket", null],
    ["RunInstances", "EC2::Instance", "created"],
    ["TerminateInstances", "EC2::Instance", "deleted"],
    ["StopInstances", "EC2::Instance", null],
    ["TerminateInstanceInAutoScalingGroup", "EC2::Instance", "deleted"],
    ["AllocateAddress", "EC2::EIP", "created"],
    ["ReleaseAddress", "EC2::EIP", "deleted"],
    ["CreateSnapshot", "EC2::Volume", null],
    ["DeleteFlowLogs", "EC2::FlowLog", "deleted"],
    ["CreateFunction20150331", "Lambda::Function", "created"],
    ["DeleteFunction20150331v2", "Lambda::Function", "deleted"],
    ["UpdateFunctionCode20150331v2", "Lambda::Function", null],
    ["CreateRole", "IAM::Role", "created"],
    ["DeleteRolePolicy", "IAM::Role", null],
    ["CreateInstanceProfile", "IAM::InstanceProfile", "created"],
    ["CreatePolicyVersion", "IAM::Policy", null],
    ["DeletePolicy", "IAM::Policy", "deleted"],
    ["RestoreDBInstanceFromDBSnapshot", "RDS::DBInstance", "created"],
    ["RestoreDBInstanceFromDBSnapshot", "RDS::DBSnapshot", null],
    ["DeleteAlarms", "CloudWatch::Alarm", "deleted"],
    ["PutMetricAlarm", "CloudWatch::Alarm", null],
    ["ScheduleKeyDeletion", "KMS::Key", "deletion-scheduled"],
    ["CancelKeyDeletion", "KMS::Key", "restored"],
    ["DeleteRepository", "ECR::Repository", "deleted"],
    ["CreateFunction2020_05_31", "CloudFront::Function", "created"],
    ["GetObject", "S3::Object", null],
  ])("of %s to %s is %s", (eventName, type, life) => {
    expect(lifeIn(eventName, [type])).toBe(life);
  });

  it("is nothing where the call did not succeed", () => {
    expect(lifeIn("DeleteBucket", ["S3::Bucket"], 0, "denied")).toBeNull();
    expect(lifeIn("CreateBucket", ["S3::Bucket"], 0, "failed")).toBeNull();
  });

  it("of a copy is that of the new one, not of what was copied", () => {
    const copy = ["EC2::Snapshot", "EC2::Snapshot"];
    expect(lifeIn("CopySnapshot", copy, 0)).toBe("created");
    expect(lifeIn("CopySnapshot", copy, 1)).toBeNull();
    expect(lifeIn("RunInstances", ["EC2::Instance", "EC2::Instance"], 1)).toBe("created");
  });
});
