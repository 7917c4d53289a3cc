import { NAME_RULES, type NameRule } from "#lib/cloudtrail/name-rules.ts";

/** Right under request or response these mean the call's own object; deeper down they may be anything's. */
const DIRECT_RULES: ReadonlyMap<string, NameRule> = new Map<string, NameRule>([
  [
    "name",
    {
      cloudtrail: "AWS::CloudTrail::Trail",
      codepipeline: "AWS::CodePipeline::Pipeline",
      eks: "AWS::EKS::Cluster",
      elasticloadbalancing: "AWS::ElasticLoadBalancingV2::LoadBalancer",
      events: "AWS::Events::Rule",
      secretsmanager: "AWS::SecretsManager::Secret",
      sns: "AWS::SNS::Topic",
      ssm: "AWS::SSM::Parameter",
      states: "AWS::StepFunctions::StateMachine",
    },
  ],
  ["groupname", { iam: "AWS::IAM::Group", ec2: "AWS::EC2::SecurityGroup" }],
  ["bucket", { s3: "AWS::S3::Bucket" }],
  ["id", { cloudfront: "AWS::CloudFront::Distribution" }],
]);

const BY_NAME: ReadonlyMap<string, NameRule> = new Map(
  NAME_RULES.flatMap(([rule, ...names]) => names.map((name) => [name, rule] as const)),
);

/** The rule for a parameter, if its value names a resource. `isDirect`: it stands right under request or response. */
export function nameRule(name: string, isDirect: boolean): NameRule | null {
  const lower = name.toLowerCase();
  return (isDirect ? DIRECT_RULES.get(lower) : undefined) ?? BY_NAME.get(lower) ?? null;
}

/** The type that a rule gives in a service (`ec2`), null where it says nothing there. */
export function applyNameRule(rule: NameRule, service: string): string | null {
  if (typeof rule === "string") return rule;
  return Object.hasOwn(rule, service) ? (rule[service] ?? null) : null;
}
