import { describe, expect, it } from "vitest";
import { isUniqueName, readResourceName } from "#lib/cloudtrail/resource/resource-names.ts";

/** How each resource is written, its type without `AWS::`, and its further names; one line each, ids invented. */
const NAMED = `
arn:aws:acm:eu-west-1:111122223333:certificate/0a1b-c2 | CertificateManager::Certificate | 0a1b-c2
arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/ca-1 | ACMPCA::CertificateAuthority | ca-1
arn:aws:airflow:eu-west-1:111122223333:environment/etl | MWAA::Environment | etl
arn:aws:amplify:eu-west-1:111122223333:apps/d1 | Amplify::App | d1
arn:aws:apigateway:eu-west-1::/restapis/a1b2c3/stages/prod | ApiGateway::Stage | restapis/a1b2c3/stages/prod, prod
arn:aws:apigateway:eu-west-1::/restapis/a1b2c3 | ApiGateway::RestApi | a1b2c3
arn:aws:apigateway:eu-west-1::/apis/a1b2c3 | ApiGatewayV2::Api | a1b2c3
arn:aws:appmesh:eu-west-1:111122223333:mesh/m1/virtualNode/n1 | AppMesh::VirtualNode | m1/virtualNode/n1, n1
arn:aws:apprunner:eu-west-1:111122223333:service/web | AppRunner::Service | web
arn:aws:appsync:eu-west-1:111122223333:apis/q1 | AppSync::GraphQLApi | q1
arn:aws:athena:eu-west-1:111122223333:workgroup/primary | Athena::WorkGroup | primary
arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1-2:autoScalingGroupName/web | AutoScaling::AutoScalingGroup | 1-2:autoScalingGroupName/web, web
arn:aws:backup:eu-west-1:111122223333:backup-vault:Default | Backup::BackupVault | Default
arn:aws:batch:eu-west-1:111122223333:job-queue/night | Batch::JobQueue | night
arn:aws:bedrock:eu-west-1::foundation-model/anthropic.x-v1 | Bedrock::Model | anthropic.x-v1
arn:aws:bedrock:eu-west-1:111122223333:guardrail/g1 | Bedrock::Guardrail | g1
arn:aws:cloud9:eu-west-1:111122223333:environment:e1 | Cloud9::EnvironmentEC2 | e1
arn:aws:cloudformation:eu-west-1:111122223333:stack/net/0a-1b | CloudFormation::Stack | net
arn:aws:cloudformation:eu-west-1:111122223333:stackset/base:0a-1b | CloudFormation::StackSet | base
arn:aws:cloudfront::111122223333:distribution/E1ABCDEF2GHIJK | CloudFront::Distribution | E1ABCDEF2GHIJK
arn:aws:cloudtrail:eu-west-1:111122223333:trail/main | CloudTrail::Trail | main
arn:aws:cloudtrail:eu-west-1:111122223333:eventdatastore/e-1 | CloudTrail::EventDataStore | e-1
arn:aws:cloudwatch:eu-west-1:111122223333:alarm:cpu | CloudWatch::Alarm | cpu
arn:aws:codeartifact:eu-west-1:111122223333:repository/acme/npm | CodeArtifact::Repository | acme/npm, npm
arn:aws:codebuild:eu-west-1:111122223333:project/web | CodeBuild::Project | web
arn:aws:codecommit:eu-west-1:111122223333:site | CodeCommit::Repository | 
arn:aws:codedeploy:eu-west-1:111122223333:application:web | CodeDeploy::Application | web
arn:aws:codepipeline:eu-west-1:111122223333:release | CodePipeline::Pipeline | 
arn:aws:cognito-identity:eu-west-1:111122223333:identitypool/eu-west-1:p1 | Cognito::IdentityPool | eu-west-1:p1
arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Ab1 | Cognito::UserPool | eu-west-1_Ab1
arn:aws:config:eu-west-1:111122223333:config-rule/config-rule-1 | Config::ConfigRule | config-rule-1
arn:aws:datasync:eu-west-1:111122223333:task/task-1 | DataSync::Task | task-1
arn:aws:directconnect:eu-west-1:111122223333:dxcon/dxcon-1 | DirectConnect::Connection | dxcon-1
arn:aws:dms:eu-west-1:111122223333:rep:R1 | DMS::ReplicationInstance | R1
arn:aws:ds:eu-west-1:111122223333:directory/d-1 | DirectoryService::Directory | d-1
arn:aws:dynamodb:eu-west-1:111122223333:table/orders | DynamoDB::Table | orders
arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-day | DynamoDB::Table | orders
arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0 | EC2::Instance | i-0123456789abcdef0
arn:aws:ec2:eu-west-1:111122223333:transit-gateway/tgw-0123456789abcdef0 | EC2::TransitGateway | tgw-0123456789abcdef0
arn:aws:ec2:eu-west-1::image/ami-0123456789abcdef0 | EC2::Image | ami-0123456789abcdef0
arn:aws:ecr:eu-west-1:111122223333:repository/acme/web | ECR::Repository | acme/web, web
arn:aws:ecs:eu-west-1:111122223333:cluster/prod | ECS::Cluster | prod
arn:aws:ecs:eu-west-1:111122223333:service/prod/web | ECS::Service | prod/web, web
arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7 | ECS::TaskDefinition | web:7, web
arn:aws:eks:eu-west-1:111122223333:cluster/prod | EKS::Cluster | prod
arn:aws:eks:eu-west-1:111122223333:nodegroup/prod/blue/0a-1b | EKS::Nodegroup | prod/blue/0a-1b, 0a-1b
arn:aws:elasticache:eu-west-1:111122223333:replicationgroup:sessions | ElastiCache::ReplicationGroup | sessions
arn:aws:elasticbeanstalk:eu-west-1:111122223333:application/shop | ElasticBeanstalk::Application | shop
arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-01234567 | EFS::FileSystem | fs-01234567
arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc | ElasticLoadBalancingV2::LoadBalancer | app/web/50dc, web
arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/old | ElasticLoadBalancing::LoadBalancer | old
arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2 | ElasticLoadBalancingV2::TargetGroup | web/73e2, web
arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1ABC | EMR::Cluster | j-1ABC
arn:aws:es:eu-west-1:111122223333:domain/logs | OpenSearchService::Domain | logs
arn:aws:events:eu-west-1:111122223333:rule/nightly | Events::Rule | nightly
arn:aws:events:eu-west-1:111122223333:event-bus/orders | Events::EventBus | orders
arn:aws:firehose:eu-west-1:111122223333:deliverystream/logs | KinesisFirehose::DeliveryStream | logs
arn:aws:fsx:eu-west-1:111122223333:file-system/fs-0123456789abcdef0 | FSx::FileSystem | fs-0123456789abcdef0
arn:aws:glacier:eu-west-1:111122223333:vaults/old | Glacier::Vault | old
arn:aws:globalaccelerator::111122223333:accelerator/a-1 | GlobalAccelerator::Accelerator | a-1
arn:aws:glue:eu-west-1:111122223333:table/sales/orders | Glue::Table | sales/orders, orders
arn:aws:glue:eu-west-1:111122223333:job/nightly | Glue::Job | nightly
arn:aws:grafana:eu-west-1:111122223333:/workspaces/g-1 | Grafana::Workspace | workspaces/g-1, g-1
arn:aws:guardduty:eu-west-1:111122223333:detector/6ec1 | GuardDuty::Detector | 6ec1
arn:aws:iam::111122223333:role/service-role/deploy | IAM::Role | service-role/deploy, deploy
arn:aws:iam::111122223333:user/zoe | IAM::User | zoe
arn:aws:iam::111122223333:oidc-provider/token.example.com | IAM::OIDCProvider | token.example.com
arn:aws:iam::aws:policy/AdministratorAccess | IAM::Policy | AdministratorAccess
arn:aws:imagebuilder:eu-west-1:111122223333:image-pipeline/base | ImageBuilder::ImagePipeline | base
arn:aws:iot:eu-west-1:111122223333:thing/door | IoT::Thing | door
arn:aws:kafka:eu-west-1:111122223333:cluster/bus/0a-1b | MSK::Cluster | bus/0a-1b, 0a-1b
arn:aws:kinesis:eu-west-1:111122223333:stream/clicks | Kinesis::Stream | clicks
arn:aws:kinesisanalytics:eu-west-1:111122223333:application/sum | KinesisAnalyticsV2::Application | sum
arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-1111-2222-333344445555 | KMS::Key | 0a1b2c3d-0000-1111-2222-333344445555
arn:aws:kms:eu-west-1:111122223333:alias/app | KMS::Alias | app
arn:aws:lambda:eu-west-1:111122223333:function:resize:42 | Lambda::Function | resize
arn:aws:lambda:eu-west-1:111122223333:layer:deps:3 | Lambda::LayerVersion | deps
arn:aws:lightsail:eu-west-1:111122223333:Instance/1-2 | Lightsail::Instance | 1-2
arn:aws:logs:eu-west-1:111122223333:log-group:/app/web:* | Logs::LogGroup | /app/web
arn:aws:logs:eu-west-1:111122223333:log-group:/app/web:log-stream:s1 | Logs::LogStream | 
arn:aws:macie2:eu-west-1:111122223333:classification-job/c1 | Macie::ClassificationJob | c1
arn:aws:memorydb:eu-west-1:111122223333:cluster/carts | MemoryDB::Cluster | carts
arn:aws:mq:eu-west-1:111122223333:broker:jobs:b-1 | AmazonMQ::Broker | jobs:b-1
arn:aws:network-firewall:eu-west-1:111122223333:firewall/edge | NetworkFirewall::Firewall | edge
arn:aws:organizations::111122223333:ou/o-1/ou-1 | Organizations::OrganizationalUnit | o-1/ou-1, ou-1
arn:aws:pipes:eu-west-1:111122223333:pipe/orders | Pipes::Pipe | orders
arn:aws:quicksight:eu-west-1:111122223333:dashboard/d1 | QuickSight::Dashboard | d1
arn:aws:ram:eu-west-1:111122223333:resource-share/0a-1b | RAM::ResourceShare | 0a-1b
arn:aws:rds:eu-west-1:111122223333:db:orders | RDS::DBInstance | orders
arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:before | RDS::DBClusterSnapshot | before
arn:aws:rds::111122223333:global-cluster:world | RDS::GlobalCluster | world
arn:aws:redshift:eu-west-1:111122223333:cluster:dw | Redshift::Cluster | dw
arn:aws:redshift-serverless:eu-west-1:111122223333:workgroup/w1 | RedshiftServerless::Workgroup | w1
arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/t1 | RolesAnywhere::TrustAnchor | t1
arn:aws:route53:::hostedzone/Z123 | Route53::HostedZone | Z123
arn:aws:route53resolver:eu-west-1:111122223333:resolver-rule/rslvr-rr-1 | Route53Resolver::ResolverRule | rslvr-rr-1
arn:aws:s3:::acme-logs | S3::Bucket | acme-logs
arn:aws:s3:::acme-logs/a/b.txt | S3::Object | acme-logs/a/b.txt
arn:aws:s3:eu-west-1:111122223333:accesspoint/finance | S3::AccessPoint | finance
arn:aws:sagemaker:eu-west-1:111122223333:endpoint/churn | SageMaker::Endpoint | churn
arn:aws:scheduler:eu-west-1:111122223333:schedule/default/nightly | Scheduler::Schedule | default/nightly, nightly
arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbC123 | SecretsManager::Secret | prod/db-AbC123, prod/db
arn:aws:securityhub:eu-west-1:111122223333:hub/default | SecurityHub::Hub | default
arn:aws:ses:eu-west-1:111122223333:identity/example.com | SES::EmailIdentity | example.com
arn:aws:sns:eu-west-1:111122223333:alarms | SNS::Topic | alarms
arn:aws:sns:eu-west-1:111122223333:alarms:0a-1b | SNS::Subscription | alarms:0a-1b
arn:aws:sqs:eu-west-1:111122223333:jobs | SQS::Queue | jobs
arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db | SSM::Parameter | prod/db, /prod/db
arn:aws:sso:::permissionSet/ssoins-1/ps-1 | SSO::PermissionSet | ssoins-1/ps-1, ps-1
arn:aws:states:eu-west-1:111122223333:stateMachine:ship | StepFunctions::StateMachine | ship
arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-1 | StorageGateway::Gateway | sgw-1
arn:aws:synthetics:eu-west-1:111122223333:canary:home | Synthetics::Canary | home
arn:aws:timestream:eu-west-1:111122223333:database/metrics | Timestream::Database | metrics
arn:aws:transfer:eu-west-1:111122223333:server/s-0123456789abcdef0 | Transfer::Server | s-0123456789abcdef0
arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-1 | VpcLattice::Service | svc-1
arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/main/0a-1b | WAFv2::WebACL | webacl/main/0a-1b, main
arn:aws:workspaces:eu-west-1:111122223333:workspace/ws-1 | WorkSpaces::Workspace | ws-1
arn:aws:xray:eu-west-1:111122223333:group/default/G1 | XRay::Group | default/G1, G1
https://sqs.eu-west-1.amazonaws.com/111122223333/jobs | SQS::Queue | jobs
vol-0123456789abcdef0 | EC2::Volume | 
eni-attach-0123456789abcdef0 | EC2::NetworkInterfaceAttachment | 
AKIAEXAMPLEWAYMARK02 | IAM::AccessKey | 
`
  .trim()
  .split("\n")
  .map((line): readonly [string, string, readonly string[]] => {
    const [id = "", type = "", names = ""] = line.split("|").map((part) => part.trim());
    return [id, `AWS::${type}`, names === "" ? [] : names.split(", ")];
  });

describe("a resource's name", () => {
  it("is known in at least sixty services", () => {
    const services = NAMED.map(([id]) => id.split(":")[2] ?? "");
    expect(NAMED.length).toBeGreaterThanOrEqual(100);
    expect(new Set(services).size).toBeGreaterThanOrEqual(60);
  });

  it.each(NAMED)("%s is %s", (id, type, names) => {
    const read = readResourceName(id);
    expect(read.type).toBe(type);
    const arnOnly = id.startsWith("arn:") && names.length === 0 ? [id.split(":").slice(5).join(":")] : [];
    const expected = id.includes("log-stream") ? [id] : [id, ...names, ...arnOnly];
    expect(read.names).toEqual(expected);
  });

  it("tells the account and the region where it holds them", () => {
    expect(readResourceName("arn:aws:rds:eu-west-1:111122223333:db:orders")).toMatchObject({
      account: "111122223333",
      region: "eu-west-1",
    });
    expect(readResourceName("arn:aws:iam::aws:policy/A")).toMatchObject({ account: null, region: null });
    expect(readResourceName("deploy")).toMatchObject({ type: null, names: ["deploy"] });
  });

  it.each([
    ["i-0123456789abcdef0", null, true],
    ["acme-logs", "AWS::S3::Bucket", true],
    ["deploy", "AWS::IAM::Role", false],
    ["orders", null, false],
  ] as const)("%s alone tells the thing from all others: %s %s", (name, type, isUnique) => {
    expect(isUniqueName(name, type)).toBe(isUnique);
  });
});
