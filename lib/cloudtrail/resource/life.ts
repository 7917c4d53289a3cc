import type { Event, Resource } from "#lib/event/event.ts";

/**
 * What a call did to the life of a thing. CloudTrail has no word for it, but AWS names its calls by one rule: a verb,
 * then the kind of thing: `CreateVolume`, `TerminateInstances`, `DeleteFunction20150331`. `DeleteBucketPolicy` speaks
 * of a policy and leaves the bucket alone.
 */
export type Life = "created" | "deleted" | "deletion-scheduled" | "restored";

const CREATES =
  /^(?:Create|Run|Allocate|Copy|Import|Register|Request|Restore|Purchase|Clone|Publish|Issue|Launch)(?=[A-Z])/;
const DELETES = /^(?:Batch)?(?:Delete|Terminate|Deregister|Release|Destroy|Close)(?=[A-Z])/;
/** Of these the new thing is one of several of its kind: what it was made from is there as well. */
const FROM_ITS_LIKE = /^(?:Copy|Clone|Restore)/;

/** How calls name a kind, where that is not how the type is spelt. */
const NOUNS: ReadonlyMap<string, readonly string[]> = new Map([
  ["AWS::EC2::EIP", ["address"]],
  ["AWS::EC2::EC2Fleet", ["fleet"]],
  ["AWS::EC2::NatGateway", ["natgateway"]],
  ["AWS::EC2::TransitGatewayAttachment", ["transitgatewayvpcattachment", "transitgatewaypeeringattachment"]],
  ["AWS::IAM::OIDCProvider", ["openidconnectprovider"]],
  ["AWS::OpenSearchService::Domain", ["domain", "elasticsearchdomain"]],
  ["AWS::CloudWatch::Alarm", ["alarm", "metricalarm", "compositealarm"]],
  ["AWS::S3::Object", ["object", "multipartupload"]],
  ["AWS::Lambda::LayerVersion", ["layerversion"]],
  ["AWS::SES::EmailIdentity", ["emailidentity", "identity"]],
  ["AWS::EMR::Cluster", ["jobflow"]],
  ["AWS::IdentityStore::User", ["user"]],
]);

/** Calls whose names do not follow the rule, with the kind that they are about. */
const ODD_CALLS: ReadonlyMap<string, readonly [type: string, life: Life]> = new Map([
  ["ScheduleKeyDeletion", ["AWS::KMS::Key", "deletion-scheduled"]],
  ["CancelKeyDeletion", ["AWS::KMS::Key", "restored"]],
  ["RestoreSecret", ["AWS::SecretsManager::Secret", "restored"]],
  // Other calls that begin with Put change what is there as often as they make it: they begin nothing for certain.
  ["PutObject", ["AWS::S3::Object", "created"]],
  ["CompleteMultipartUpload", ["AWS::S3::Object", "created"]],
  ["BidEvictedEvent", ["AWS::EC2::Instance", "deleted"]],
  ["TerminateInstanceInAutoScalingGroup", ["AWS::EC2::Instance", "deleted"]],
  ["TerminateJobFlows", ["AWS::EMR::Cluster", "deleted"]],
]);

type Call = Pick<Event, "eventName" | "outcome" | "resources">;

/** What a successful call did to the thing that `isSubject` knows among its resources; null for anything else. */
export function lifeOf(call: Call, isSubject: (resource: Resource) => boolean): Life | null {
  if (call.outcome !== "success") return null;
  const { eventName, resources } = call;
  const subject = resources.find((resource) => resource.type !== null && isSubject(resource));
  const type = subject?.type;
  if (subject === undefined || type === null || type === undefined) return null;
  const odd = ODD_CALLS.get(eventName);
  if (odd !== undefined) return odd[0] === type ? odd[1] : null;
  if (DELETES.test(eventName)) return isAbout(eventName.replace(DELETES, ""), type) ? "deleted" : null;
  if (!CREATES.test(eventName) || !isAbout(eventName.replace(CREATES, ""), type)) return null;
  // Resources of creating calls begin with what came into being.
  const isFirst = resources.find((one) => one.type === type)?.id === subject.id;
  return isFirst || !FROM_ITS_LIKE.test(eventName) ? "created" : null;
}

/** What may follow the kind: a plural, a version of the call, or a phrase. */
const REST = /^(?:s|es)?(?:v\d+|\d{4}_?\d{2}_?\d{2}(?:v\d+)?)?(?:(?:From|With|To|In|By)[A-Z].*)?$/;

function isAbout(noun: string, type: string): boolean {
  const kind = type.slice(type.lastIndexOf(":") + 1).toLowerCase();
  const words = NOUNS.get(type) ?? [kind];
  return words.some((word) => {
    const singular = noun.toLowerCase().startsWith(word) ? noun.slice(word.length) : null;
    return (
      (singular !== null && REST.test(singular)) || noun.toLowerCase() === `${word.replace(/y$/, "")}ies`
    );
  });
}
