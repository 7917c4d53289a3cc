/**
 * Parameters whose value names a resource, by their name in lower case. Most mean the same everywhere; where the
 * service decides, it stands as in `eventSource` before `.amazonaws.com`, and other services are left alone.
 */
export type NameRule = string | { readonly [service: string]: string };

const RULES: readonly (readonly [rule: NameRule, ...names: string[]])[] = [
  ["AWS::S3::Bucket", "bucketname", "s3bucketname", "s3bucket", "destinationbucket"],
  [{ iam: "AWS::IAM::User" }, "username", "newusername"],
  ["AWS::IAM::Role", "rolename"],
  [{ iam: "AWS::IAM::Group" }, "groupname"],
  [{ iam: "AWS::IAM::Policy" }, "policyname"],
  [{ iam: "AWS::IAM::AccessKey" }, "accesskeyid"],
  [{ iam: "AWS::IAM::VirtualMFADevice" }, "serialnumber"],
  ["AWS::IAM::InstanceProfile", "instanceprofilename"],
  ["AWS::Lambda::Function", "functionname"],
  [{ lambda: "AWS::Lambda::LayerVersion" }, "layername"],
  [{ dynamodb: "AWS::DynamoDB::Table", glue: "AWS::Glue::Table" }, "tablename", "targettablename"],
  [
    "AWS::RDS::DBInstance",
    "dbinstanceidentifier",
    "sourcedbinstanceidentifier",
    "targetdbinstanceidentifier",
  ],
  ["AWS::RDS::DBCluster", "dbclusteridentifier"],
  [
    "AWS::RDS::DBSnapshot",
    "dbsnapshotidentifier",
    "sourcedbsnapshotidentifier",
    "targetdbsnapshotidentifier",
  ],
  ["AWS::RDS::DBClusterSnapshot", "dbclustersnapshotidentifier"],
  ["AWS::RDS::DBSubnetGroup", "dbsubnetgroupname"],
  ["AWS::RDS::DBParameterGroup", "dbparametergroupname"],
  [{ eks: "AWS::EKS::Cluster", ecs: "AWS::ECS::Cluster" }, "clustername"],
  [{ ecs: "AWS::ECS::Cluster" }, "cluster"],
  [{ ecs: "AWS::ECS::Service" }, "service", "servicename"],
  [{ ecs: "AWS::ECS::TaskDefinition" }, "taskdefinition"],
  [{ redshift: "AWS::Redshift::Cluster" }, "clusteridentifier"],
  ["AWS::SQS::Queue", "queueurl", "queuename"],
  ["AWS::SNS::Topic", "topicname"],
  ["AWS::SecretsManager::Secret", "secretid"],
  [{ kms: "AWS::KMS::Key" }, "keyid", "targetkeyid"],
  [{ kms: "AWS::KMS::Alias" }, "aliasname"],
  ["AWS::Logs::LogGroup", "loggroupname"],
  ["AWS::CloudFormation::Stack", "stackname"],
  [{ ecr: "AWS::ECR::Repository", codecommit: "AWS::CodeCommit::Repository" }, "repositoryname"],
  ["AWS::CloudTrail::Trail", "trailname"],
  ["AWS::ElasticLoadBalancing::LoadBalancer", "loadbalancername"],
  ["AWS::AutoScaling::AutoScalingGroup", "autoscalinggroupname"],
  ["AWS::AutoScaling::LaunchConfiguration", "launchconfigurationname"],
  [{ kinesis: "AWS::Kinesis::Stream" }, "streamname"],
  ["AWS::KinesisFirehose::DeliveryStream", "deliverystreamname"],
  [{ es: "AWS::OpenSearchService::Domain" }, "domainname"],
  [{ ec2: "AWS::EC2::KeyPair" }, "keyname"],
  ["AWS::EC2::LaunchTemplate", "launchtemplatename", "launchtemplateid"],
  ["AWS::EC2::Instance", "instanceid", "instanceids"],
  ["AWS::EC2::Volume", "volumeid"],
  [{ ec2: "AWS::EC2::Snapshot" }, "snapshotid"],
  ["AWS::EC2::Image", "imageid"],
  ["AWS::EC2::NetworkInterface", "networkinterfaceid"],
  ["AWS::ApiGateway::RestApi", "restapiid"],
  [{ apigateway: "AWS::ApiGatewayV2::Api" }, "apiid"],
  ["AWS::GuardDuty::Detector", "detectorid"],
  ["AWS::EFS::FileSystem", "filesystemid"],
  [{ route53: "AWS::Route53::HostedZone" }, "hostedzoneid"],
  [{ cloudfront: "AWS::CloudFront::Distribution" }, "distributionid"],
  ["AWS::Cognito::UserPool", "userpoolid"],
  ["AWS::Cognito::IdentityPool", "identitypoolid"],
  [{ organizations: "AWS::Organizations::OrganizationalUnit" }, "organizationalunitid"],
  [{ organizations: "AWS::Organizations::Account" }, "accountid"],
  [{ organizations: "AWS::Organizations::Policy" }, "policyid"],
  [{ codebuild: "AWS::CodeBuild::Project" }, "projectname"],
  [{ monitoring: "AWS::CloudWatch::Alarm" }, "alarmname", "alarmnames"],
  [{ events: "AWS::Events::Rule" }, "rule", "rulename"],
  [{ ssm: "AWS::SSM::Document" }, "documentname"],
  [{ bedrock: "AWS::Bedrock::FoundationModel" }, "modelid"],
  [{ sagemaker: "AWS::SageMaker::NotebookInstance" }, "notebookinstancename"],
  ["AWS::Backup::BackupVault", "backupvaultname"],
  [{ ssm: "AWS::SSM::Parameter" }, "names"],
];

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
  ["id", { cloudfront: "AWS::CloudFront::Distribution" }],
]);

const BY_NAME: ReadonlyMap<string, NameRule> = new Map(
  RULES.flatMap(([rule, ...names]) => names.map((name) => [name, rule] as const)),
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
