/**
 * Right under request or response, `name`, `id` and their like mean what the call's own name speaks of:
 * `CreateCrawler` a crawler, `StartJobRun` a job. For each service the types that they may mean, without `AWS::`;
 * `word=Type` where calls name the kind otherwise; the one after `*=` is meant by all other calls.
 */
export const DIRECT_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bucket: { s3: "*=S3::Bucket" },
  groupname: { iam: "*=IAM::Group", ec2: "*=EC2::SecurityGroup EC2::PlacementGroup" },
  id: {
    apigateway:
      "ApiGateway::ApiKey ApiGateway::Authorizer ApiGateway::Deployment ApiGateway::Resource ApiGateway::RestApi " +
      "ApiGateway::UsagePlan ApiGateway::VpcLink",
    cloudfront:
      "CloudFront::CachePolicy CloudFront::CloudFrontOriginAccessIdentity *=CloudFront::Distribution CloudFront::KeyGroup " +
      "CloudFront::OriginAccessControl CloudFront::OriginRequestPolicy CloudFront::PublicKey " +
      "CloudFront::ResponseHeadersPolicy CloudFront::StreamingDistribution",
    codebuild: "CodeBuild::Build",
    macie2:
      "Macie::AllowList Macie::CustomDataIdentifier Macie::FindingsFilter " +
      "classificationjob=Macie::ClassificationJob",
    route53: "Route53::HostedZone",
    servicecatalog: "ServiceCatalog::Portfolio product=ServiceCatalog::CloudFormationProduct",
    servicediscovery: "namespace=ServiceDiscovery::Namespace ServiceDiscovery::Service",
    wafv2: "WAFv2::IPSet WAFv2::RegexPatternSet WAFv2::RuleGroup WAFv2::WebACL",
  },
  name: {
    airflow: "MWAA::Environment",
    appstream: "AppStream::Fleet AppStream::Image AppStream::ImageBuilder AppStream::Stack",
    athena: "Athena::DataCatalog Athena::WorkGroup",
    cloudfront: "CloudFront::Function CloudFront::KeyValueStore",
    cloudtrail: "*=CloudTrail::Trail CloudTrail::Channel CloudTrail::Dashboard CloudTrail::EventDataStore",
    codebuild: "CodeBuild::Project CodeBuild::ReportGroup CodeBuild::Fleet",
    codepipeline: "*=CodePipeline::Pipeline CodePipeline::Webhook",
    ecs: "ECS::CapacityProvider",
    eks: "*=EKS::Cluster",
    elasticloadbalancing:
      "*=ElasticLoadBalancingV2::LoadBalancer ElasticLoadBalancingV2::TargetGroup ElasticLoadBalancingV2::TrustStore",
    elasticmapreduce: "EMR::SecurityConfiguration jobflow=EMR::Cluster",
    events: "*=Events::Rule Events::ApiDestination Events::Connection Events::Endpoint Events::EventBus",
    glue:
      "Glue::Blueprint Glue::Classifier Glue::Connection Glue::Crawler Glue::Database Glue::DataQualityRuleset " +
      "Glue::Job Glue::MLTransform Glue::SecurityConfiguration Glue::Table Glue::Trigger Glue::UsageProfile " +
      "Glue::Workflow",
    guardduty: "GuardDuty::Filter",
    iam: "IAM::SAMLProvider",
    lambda: "Lambda::Alias",
    lightsail: "Lightsail::LoadBalancer",
    mediaconvert: "MediaConvert::JobTemplate MediaConvert::Preset MediaConvert::Queue",
    monitoring: "CloudWatch::MetricStream",
    pipes: "Pipes::Pipe",
    qldb: "QLDB::Ledger",
    rekognition: "Rekognition::StreamProcessor",
    route53: "Route53::KeySigningKey",
    s3: "S3::AccessPoint multiregionaccesspoint=S3::MultiRegionAccessPoint",
    scheduler: "Scheduler::Schedule Scheduler::ScheduleGroup",
    secretsmanager: "*=SecretsManager::Secret",
    sns: "*=SNS::Topic SNS::PlatformApplication",
    ssm: "SSM::Document association=SSM::Document SSM::MaintenanceWindow *=SSM::Parameter SSM::PatchBaseline",
    states: "StepFunctions::Activity StepFunctions::StateMachine",
    synthetics: "Synthetics::Canary Synthetics::Group",
    wafv2: "WAFv2::IPSet WAFv2::RegexPatternSet WAFv2::RuleGroup WAFv2::WebACL",
  },
  // The last snapshot before the end, of an instance or of a cluster.
  finaldbsnapshotidentifier: { rds: "*=RDS::DBSnapshot dbcluster=RDS::DBClusterSnapshot" },
  snapshotidentifier: { rds: "*=RDS::DBClusterSnapshot" },
};
