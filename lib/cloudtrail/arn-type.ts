import type { Arn } from "#lib/cloudtrail/arn.ts";

/**
 * Types of resources are written `AWS::Service::Kind`, as CloudFormation and AWS Config spell them. Here by
 * `service:first word of the resource` of an ARN.
 */
const BY_ARN: ReadonlyMap<string, string> = new Map([
  ["acm:certificate", "AWS::CertificateManager::Certificate"],
  ["autoscaling:autoScalingGroup", "AWS::AutoScaling::AutoScalingGroup"],
  ["bedrock:foundation-model", "AWS::Bedrock::FoundationModel"],
  ["cloudformation:stack", "AWS::CloudFormation::Stack"],
  ["cloudfront:distribution", "AWS::CloudFront::Distribution"],
  ["cloudtrail:trail", "AWS::CloudTrail::Trail"],
  ["cloudtrail:eventdatastore", "AWS::CloudTrail::EventDataStore"],
  ["cloudwatch:alarm", "AWS::CloudWatch::Alarm"],
  ["codebuild:project", "AWS::CodeBuild::Project"],
  ["cognito-idp:userpool", "AWS::Cognito::UserPool"],
  ["dynamodb:table", "AWS::DynamoDB::Table"],
  ["ec2:instance", "AWS::EC2::Instance"],
  ["ec2:volume", "AWS::EC2::Volume"],
  ["ec2:snapshot", "AWS::EC2::Snapshot"],
  ["ec2:image", "AWS::EC2::Image"],
  ["ec2:vpc", "AWS::EC2::VPC"],
  ["ec2:subnet", "AWS::EC2::Subnet"],
  ["ec2:security-group", "AWS::EC2::SecurityGroup"],
  ["ec2:network-interface", "AWS::EC2::NetworkInterface"],
  ["ec2:route-table", "AWS::EC2::RouteTable"],
  ["ec2:internet-gateway", "AWS::EC2::InternetGateway"],
  ["ec2:natgateway", "AWS::EC2::NatGateway"],
  ["ec2:elastic-ip", "AWS::EC2::EIP"],
  ["ec2:vpc-endpoint", "AWS::EC2::VPCEndpoint"],
  ["ec2:launch-template", "AWS::EC2::LaunchTemplate"],
  ["ec2:key-pair", "AWS::EC2::KeyPair"],
  ["ec2:vpc-flow-log", "AWS::EC2::FlowLog"],
  ["ecr:repository", "AWS::ECR::Repository"],
  ["ecs:cluster", "AWS::ECS::Cluster"],
  ["ecs:service", "AWS::ECS::Service"],
  ["ecs:task-definition", "AWS::ECS::TaskDefinition"],
  ["eks:cluster", "AWS::EKS::Cluster"],
  ["elasticfilesystem:file-system", "AWS::EFS::FileSystem"],
  ["elasticloadbalancing:loadbalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"],
  ["elasticloadbalancing:targetgroup", "AWS::ElasticLoadBalancingV2::TargetGroup"],
  ["elasticloadbalancing:listener", "AWS::ElasticLoadBalancingV2::Listener"],
  ["es:domain", "AWS::OpenSearchService::Domain"],
  ["events:rule", "AWS::Events::Rule"],
  ["events:event-bus", "AWS::Events::EventBus"],
  ["guardduty:detector", "AWS::GuardDuty::Detector"],
  ["iam:user", "AWS::IAM::User"],
  ["iam:role", "AWS::IAM::Role"],
  ["iam:group", "AWS::IAM::Group"],
  ["iam:policy", "AWS::IAM::Policy"],
  ["iam:instance-profile", "AWS::IAM::InstanceProfile"],
  ["iam:mfa", "AWS::IAM::VirtualMFADevice"],
  ["iam:oidc-provider", "AWS::IAM::OIDCProvider"],
  ["iam:saml-provider", "AWS::IAM::SAMLProvider"],
  ["iam:server-certificate", "AWS::IAM::ServerCertificate"],
  ["kinesis:stream", "AWS::Kinesis::Stream"],
  ["firehose:deliverystream", "AWS::KinesisFirehose::DeliveryStream"],
  ["kms:key", "AWS::KMS::Key"],
  ["kms:alias", "AWS::KMS::Alias"],
  ["lambda:function", "AWS::Lambda::Function"],
  ["lambda:layer", "AWS::Lambda::LayerVersion"],
  ["logs:log-group", "AWS::Logs::LogGroup"],
  ["organizations:ou", "AWS::Organizations::OrganizationalUnit"],
  ["organizations:account", "AWS::Organizations::Account"],
  ["organizations:policy", "AWS::Organizations::Policy"],
  ["rds:db", "AWS::RDS::DBInstance"],
  ["rds:cluster", "AWS::RDS::DBCluster"],
  ["rds:snapshot", "AWS::RDS::DBSnapshot"],
  ["rds:subgrp", "AWS::RDS::DBSubnetGroup"],
  ["rds:pg", "AWS::RDS::DBParameterGroup"],
  ["rds:secgrp", "AWS::RDS::DBSecurityGroup"],
  ["rds:cluster-snapshot", "AWS::RDS::DBClusterSnapshot"],
  ["redshift:cluster", "AWS::Redshift::Cluster"],
  ["route53:hostedzone", "AWS::Route53::HostedZone"],
  ["s3:accesspoint", "AWS::S3::AccessPoint"],
  ["s3:storage-lens", "AWS::S3::StorageLens"],
  ["ses:identity", "AWS::SES::EmailIdentity"],
  ["config:config-rule", "AWS::Config::ConfigRule"],
  ["cloudfront:function", "AWS::CloudFront::Function"],
  ["glue:database", "AWS::Glue::Database"],
  ["glue:table", "AWS::Glue::Table"],
  ["rolesanywhere:profile", "AWS::RolesAnywhere::Profile"],
  ["rolesanywhere:trust-anchor", "AWS::RolesAnywhere::TrustAnchor"],
  ["sagemaker:notebook-instance", "AWS::SageMaker::NotebookInstance"],
  ["secretsmanager:secret", "AWS::SecretsManager::Secret"],
  ["ssm:parameter", "AWS::SSM::Parameter"],
  ["ssm:association", "AWS::SSM::Association"],
  ["ssm:document", "AWS::SSM::Document"],
  ["states:stateMachine", "AWS::StepFunctions::StateMachine"],
  ["sts:assumed-role", "AWS::STS::AssumedRole"],
  ["sts:federated-user", "AWS::STS::FederatedUser"],
]);

/** The type of the thing that an ARN names, null where it is not known. */
export function typeOfArn({ service, account, resource }: Arn): string | null {
  switch (service) {
    // Buckets, topics and queues carry no type word.
    case "s3":
      if (account !== "") break;
      return resource.includes("/") ? "AWS::S3::Object" : "AWS::S3::Bucket";
    case "sns":
      return "AWS::SNS::Topic";
    case "sqs":
      return "AWS::SQS::Queue";
    case "apigateway":
      return /^\/restapis\/[^/]/.test(resource) ? "AWS::ApiGateway::RestApi" : null;
    case "wafv2":
      return /^(?:regional|global)\/webacl\//.test(resource) ? "AWS::WAFv2::WebACL" : null;
    case "logs":
      if (resource.includes(":log-stream:")) return "AWS::Logs::LogStream";
      break;
  }
  const end = resource.search(/[/:]/);
  return BY_ARN.get(`${service}:${end < 0 ? resource : resource.slice(0, end)}`) ?? null;
}
