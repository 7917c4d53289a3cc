/**
 * Calls that make, change or end things, of the services that fill real trails, with as much of a record as tells the
 * thing: parameters and answers as CloudTrail spells them, after each service's API reference; all ids invented.
 *
 * A row: service and call | request | answer | what it acts on, the most telling first, types without `AWS::`.
 */
export const SERVICE_CALLS = `
access-analyzer CreateAnalyzer | {"analyzerName":"org","type":"ORGANIZATION"} | {"arn":"arn:aws:access-analyzer:e:1:analyzer/org"} | AccessAnalyzer::Analyzer arn:aws:access-analyzer:e:1:analyzer/org
access-analyzer DeleteAnalyzer | {"analyzerName":"org"} | | AccessAnalyzer::Analyzer org
acm RequestCertificate | {"domainName":"example.com"} | {"certificateArn":"arn:aws:acm:e:1:certificate/c-1"} | CertificateManager::Certificate arn:aws:acm:e:1:certificate/c-1
acm DeleteCertificate | {"certificateArn":"arn:aws:acm:e:1:certificate/c-1"} | | CertificateManager::Certificate arn:aws:acm:e:1:certificate/c-1
apigateway CreateRestApi | {"createRestApiInput":{"name":"shop"}} | {"id":"a1b2c3d4e5","name":"shop"} | ApiGateway::RestApi a1b2c3d4e5
apigateway DeleteRestApi | {"restApiId":"a1b2c3d4e5"} | | ApiGateway::RestApi a1b2c3d4e5
apigateway UpdateStage | {"restApiId":"a1b2c3d4e5","stageName":"prod"} | | ApiGateway::Stage prod; ApiGateway::RestApi a1b2c3d4e5
apigateway CreateApiKey | {"createApiKeyInput":{"name":"k"}} | {"id":"k1","name":"k"} | ApiGateway::ApiKey k1
apigateway DeleteStage | {"apiId":"b1c2d3","stageName":"$default"} | | ApiGatewayV2::Stage $default; ApiGatewayV2::Api b1c2d3
appsync DeleteGraphqlApi | {"apiId":"q1"} | | AppSync::GraphQLApi q1
athena CreateWorkGroup | {"name":"reports"} | | Athena::WorkGroup reports
athena StartQueryExecution | {"workGroup":"reports","queryString":"***"} | | Athena::WorkGroup reports
athena DeleteDataCatalog | {"name":"lake"} | | Athena::DataCatalog lake
autoscaling CreateLaunchConfiguration | {"launchConfigurationName":"web-7","imageId":"ami-0123456789abcdef0"} | | AutoScaling::LaunchConfiguration web-7; EC2::Image ami-0123456789abcdef0
autoscaling PutScalingPolicy | {"autoScalingGroupName":"web","policyName":"cpu"} | | AutoScaling::ScalingPolicy cpu; AutoScaling::AutoScalingGroup web
autoscaling TerminateInstanceInAutoScalingGroup | {"instanceId":"i-0123456789abcdef0"} | | EC2::Instance i-0123456789abcdef0
backup CreateBackupVault | {"backupVaultName":"main"} | {"backupVaultArn":"arn:aws:backup:e:1:backup-vault:main"} | Backup::BackupVault arn:aws:backup:e:1:backup-vault:main
backup DeleteRecoveryPoint | {"backupVaultName":"main","recoveryPointArn":"arn:aws:backup:e:1:recovery-point:r-1"} | | Backup::RecoveryPoint arn:aws:backup:e:1:recovery-point:r-1; Backup::BackupVault main
backup DeleteBackupSelection | {"backupPlanId":"p-1","selectionId":"s-1"} | | Backup::BackupSelection s-1; Backup::BackupPlan p-1
batch SubmitJob | {"jobName":"n","jobQueue":"night","jobDefinition":"etl:3"} | {"jobId":"j-1"} | Batch::Job j-1; Batch::JobQueue night; Batch::JobDefinition etl:3
batch DeleteComputeEnvironment | {"computeEnvironment":"spot"} | | Batch::ComputeEnvironment spot
bedrock InvokeModel | {"modelId":"anthropic.x-v1"} | | Bedrock::Model anthropic.x-v1
bedrock DeleteGuardrail | {"guardrailIdentifier":"g1"} | | Bedrock::Guardrail g1
bedrock UpdateAgentAlias | {"agentId":"A1","agentAliasId":"L1"} | | Bedrock::AgentAlias L1; Bedrock::Agent A1
budgets ModifyBudget | {"accountId":"111122223333","newBudget":{"budgetName":"month"}} | | Budgets::Budget month
cloudformation CreateStack | {"stackName":"net"} | {"stackId":"arn:aws:cloudformation:e:1:stack/net/0a-1b"} | CloudFormation::Stack arn:aws:cloudformation:e:1:stack/net/0a-1b
cloudformation ExecuteChangeSet | {"stackName":"net","changeSetName":"c1"} | | CloudFormation::ChangeSet c1; CloudFormation::Stack net
cloudfront UpdateDistribution2020_05_31 | {"id":"E1ABCDEF2GHIJK"} | | CloudFront::Distribution E1ABCDEF2GHIJK
cloudfront DeleteFunction2020_05_31 | {"name":"redirect","ifMatch":"E"} | | CloudFront::Function redirect
cloudfront CreateInvalidation2020_05_31 | {"distributionId":"E1ABCDEF2GHIJK"} | {"invalidation":{"id":"I2"}} | CloudFront::Distribution E1ABCDEF2GHIJK
cloudfront DeleteCachePolicy2020_05_31 | {"id":"c-1"} | | CloudFront::CachePolicy c-1
cloudtrail CreateTrail | {"name":"main","s3BucketName":"acme-logs"} | {"name":"main","s3BucketName":"acme-logs","trailARN":"arn:aws:cloudtrail:e:1:trail/main"} | CloudTrail::Trail arn:aws:cloudtrail:e:1:trail/main; S3::Bucket acme-logs
cloudtrail DeleteEventDataStore | {"eventDataStore":"e-1"} | | CloudTrail::EventDataStore e-1
cloudtrail CreateChannel | {"name":"in"} | | CloudTrail::Channel in
codeartifact DeleteRepository | {"domain":"acme","repository":"npm"} | | CodeArtifact::Repository npm; CodeArtifact::Domain acme
codebuild CreateProject | {"name":"web","serviceRole":"arn:aws:iam::1:role/build"} | | CodeBuild::Project web; IAM::Role arn:aws:iam::1:role/build
codebuild StartBuild | {"projectName":"web"} | | CodeBuild::Project web
codebuild StopBuild | {"id":"web:0a-1b"} | | CodeBuild::Build web:0a-1b
codecommit DeleteRepository | {"repositoryName":"site"} | | CodeCommit::Repository site
codecommit MergePullRequestBySquash | {"pullRequestId":"7","repositoryName":"site"} | | CodeCommit::PullRequest 7; CodeCommit::Repository site
codedeploy CreateDeployment | {"applicationName":"web","deploymentGroupName":"blue"} | {"deploymentId":"d-1"} | CodeDeploy::Deployment d-1; CodeDeploy::Application web; CodeDeploy::DeploymentGroup blue
codepipeline CreatePipeline | {"pipeline":{"name":"release"}} | | CodePipeline::Pipeline release
codepipeline StartPipelineExecution | {"name":"release"} | {"pipelineExecutionId":"x-1"} | CodePipeline::Pipeline release
cognito-identity DeleteIdentityPool | {"identityPoolId":"e:p1"} | | Cognito::IdentityPool e:p1
cognito-idp CreateUserPool | {"poolName":"shop"} | {"userPool":{"id":"e_Ab1","name":"shop"}} | Cognito::UserPool e_Ab1
cognito-idp AdminCreateUser | {"userPoolId":"e_Ab1","username":"zoe"} | | Cognito::UserPoolUser zoe; Cognito::UserPool e_Ab1
cognito-idp DeleteUserPoolClient | {"userPoolId":"e_Ab1","clientId":"c1"} | | Cognito::UserPoolClient c1; Cognito::UserPool e_Ab1
config PutConfigurationRecorder | {"configurationRecorder":{"name":"default"}} | | Config::ConfigurationRecorder default
config StopConfigurationRecorder | {"configurationRecorderName":"default"} | | Config::ConfigurationRecorder default
config PutConfigRule | {"configRule":{"configRuleName":"open-ports"}} | | Config::ConfigRule open-ports
config DeleteConformancePack | {"conformancePackName":"cis"} | | Config::ConformancePack cis
config GetResourceConfigHistory | {"resourceType":"AWS::Redshift::Cluster","resourceId":"dw"} | | Redshift::Cluster dw
directconnect DeleteVirtualInterface | {"virtualInterfaceId":"dxvif-fgh0a1b2"} | | DirectConnect::VirtualInterface dxvif-fgh0a1b2
dms DeleteReplicationTask | {"replicationTaskArn":"arn:aws:dms:e:1:task:T1"} | | DMS::ReplicationTask arn:aws:dms:e:1:task:T1
ds DeleteDirectory | {"directoryId":"d-9067012345"} | | DirectoryService::Directory d-9067012345
dynamodb UpdateTable | {"tableName":"orders"} | {"tableDescription":{"tableArn":"arn:aws:dynamodb:e:1:table/orders"}} | DynamoDB::Table arn:aws:dynamodb:e:1:table/orders
dynamodb CreateBackup | {"tableName":"orders","backupName":"b"} | | DynamoDB::Table orders
ec2 CreateVpcEndpoint | {"CreateVpcEndpointRequest":{"VpcId":"vpc-0123456789abcdef0"}} | {"CreateVpcEndpointResponse":{"vpcEndpoint":{"vpcEndpointId":"vpce-0123456789abcdef0"}}} | EC2::VPCEndpoint vpce-0123456789abcdef0; EC2::VPC vpc-0123456789abcdef0
ec2 DeleteVolume | {"volumeId":"vol-0123456789abcdef0"} | | EC2::Volume vol-0123456789abcdef0
ec2 CreatePlacementGroup | {"groupName":"hpc"} | | EC2::PlacementGroup hpc
ec2 DeleteSecurityGroup | {"groupName":"web"} | | EC2::SecurityGroup web
ec2 AssociateIamInstanceProfile | {"AssociateIamInstanceProfileRequest":{"InstanceId":"i-0123456789abcdef0","IamInstanceProfile":{"Name":"ops"}}} | | EC2::Instance i-0123456789abcdef0; IAM::InstanceProfile ops
ec2 CancelSpotFleetRequests | {"CancelSpotFleetRequestsRequest":{"SpotFleetRequestId":{"tag":1,"content":"sfr-1"}}} | | EC2::SpotFleet sfr-1
ecr CreateRepository | {"repositoryName":"web"} | {"repository":{"repositoryArn":"arn:aws:ecr:e:1:repository/web","repositoryName":"web"}} | ECR::Repository arn:aws:ecr:e:1:repository/web
ecs RunTask | {"cluster":"prod","taskDefinition":"web:7"} | {"tasks":[{"taskArn":"arn:aws:ecs:e:1:task/prod/t1"}]} | ECS::Task arn:aws:ecs:e:1:task/prod/t1; ECS::Cluster prod; ECS::TaskDefinition web:7
ecs StopTask | {"cluster":"prod","task":"t1"} | | ECS::Task t1; ECS::Cluster prod
ecs RegisterTaskDefinition | {"family":"web"} | {"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:e:1:task-definition/web:8","family":"web"}} | ECS::TaskDefinition arn:aws:ecs:e:1:task-definition/web:8
ecs DeleteCapacityProvider | {"capacityProvider":"spot"} | | ECS::CapacityProvider spot
eks CreateNodegroup | {"name":"prod","nodegroupName":"blue"} | | EKS::Nodegroup blue; EKS::Cluster prod
eks UpdateClusterConfig | {"name":"prod"} | | EKS::Cluster prod
elasticache CreateReplicationGroup | {"replicationGroupId":"carts"} | | ElastiCache::ReplicationGroup carts
elasticache DeleteSnapshot | {"snapshotName":"s1"} | | ElastiCache::Snapshot s1
elasticbeanstalk TerminateEnvironment | {"environmentId":"e-abc","environmentName":"shop"} | | ElasticBeanstalk::Environment e-abc; ElasticBeanstalk::Environment shop
elasticfilesystem DeleteFileSystem | {"fileSystemId":"fs-0123456789abcdef0"} | | EFS::FileSystem fs-0123456789abcdef0
elasticfilesystem CreateAccessPoint | {"fileSystemId":"fs-0123456789abcdef0"} | {"accessPointId":"fsap-0123456789abcdef0"} | EFS::AccessPoint fsap-0123456789abcdef0; EFS::FileSystem fs-0123456789abcdef0
elasticloadbalancing CreateTargetGroup | {"name":"web"} | {"targetGroups":[{"targetGroupArn":"arn:aws:elasticloadbalancing:e:1:targetgroup/web/73e2"}]} | ElasticLoadBalancingV2::TargetGroup arn:aws:elasticloadbalancing:e:1:targetgroup/web/73e2
elasticloadbalancing CreateLoadBalancer | {"name":"web"} | | ElasticLoadBalancingV2::LoadBalancer web
elasticloadbalancing DeleteListener | {"listenerArn":"arn:aws:elasticloadbalancing:e:1:listener/app/web/50dc/f2f7"} | | ElasticLoadBalancingV2::Listener arn:aws:elasticloadbalancing:e:1:listener/app/web/50dc/f2f7
elasticmapreduce RunJobFlow | {"name":"nightly"} | {"jobFlowId":"j-1ABC"} | EMR::Cluster j-1ABC; EMR::Cluster nightly
elasticmapreduce TerminateJobFlows | {"jobFlowIds":["j-1ABC"]} | | EMR::Cluster j-1ABC
es DeleteDomain | {"domainName":"logs"} | | OpenSearchService::Domain logs
events PutRule | {"name":"nightly"} | {"ruleArn":"arn:aws:events:e:1:rule/nightly"} | Events::Rule arn:aws:events:e:1:rule/nightly
events PutTargets | {"rule":"nightly","eventBusName":"orders","targets":[{"id":"1","arn":"arn:aws:lambda:e:1:function:resize"}]} | | Events::Rule nightly; Events::EventBus orders; Lambda::Function arn:aws:lambda:e:1:function:resize
events DeleteConnection | {"name":"crm"} | | Events::Connection crm
firehose CreateDeliveryStream | {"deliveryStreamName":"logs"} | {"deliveryStreamARN":"arn:aws:firehose:e:1:deliverystream/logs"} | KinesisFirehose::DeliveryStream arn:aws:firehose:e:1:deliverystream/logs
fsx DeleteVolume | {"volumeId":"fsvol-0123456789abcdef0"} | | FSx::Volume fsvol-0123456789abcdef0
glue CreateJob | {"name":"nightly","role":"arn:aws:iam::1:role/glue"} | {"name":"nightly"} | Glue::Job nightly; IAM::Role arn:aws:iam::1:role/glue
glue StartCrawler | {"name":"lake"} | | Glue::Crawler lake
glue CreateTable | {"databaseName":"sales","tableInput":{"name":"orders"}} | | Glue::Table orders; Glue::Database sales
glue DeleteDatabase | {"name":"sales"} | | Glue::Database sales
guardduty UpdateDetector | {"detectorId":"d1"} | | GuardDuty::Detector d1
guardduty CreateFilter | {"detectorId":"d1","name":"quiet"} | {"name":"quiet"} | GuardDuty::Filter quiet; GuardDuty::Detector d1
guardduty DeleteIPSet | {"detectorId":"d1","ipSetId":"s1"} | | GuardDuty::IPSet s1; GuardDuty::Detector d1
iam CreateSAMLProvider | {"name":"okta"} | {"sAMLProviderArn":"arn:aws:iam::1:saml-provider/okta"} | IAM::SAMLProvider arn:aws:iam::1:saml-provider/okta
iam AddUserToGroup | {"groupName":"admins","userName":"zoe"} | | IAM::User zoe; IAM::Group admins
iam PutUserPolicy | {"userName":"zoe","policyName":"all"} | | IAM::User zoe; IAM::Policy all
identitystore CreateGroupMembership | {"identityStoreId":"d-1","groupId":"g-1","memberId":{"userId":"u-1"}} | | IdentityStore::Group g-1; IdentityStore::User u-1
inspector2 DeleteFilter | {"arn":"arn:aws:inspector2:e:1:owner/1/filter/f1"} | | InspectorV2::Filter arn:aws:inspector2:e:1:owner/1/filter/f1
kinesis DeleteStream | {"streamName":"clicks"} | | Kinesis::Stream clicks
kms ScheduleKeyDeletion | {"keyId":"0a-1b"} | {"keyId":"arn:aws:kms:e:1:key/0a-1b"} | KMS::Key arn:aws:kms:e:1:key/0a-1b
kms CreateAlias | {"aliasName":"alias/app","targetKeyId":"0a-1b"} | | KMS::Alias alias/app; KMS::Key 0a-1b
lambda CreateAlias | {"functionName":"resize","name":"live"} | | Lambda::Alias live; Lambda::Function resize
lambda DeleteEventSourceMapping20150331 | {"uUID":"m-1"} | | Lambda::EventSourceMapping m-1
lakeformation GrantPermissions | {"principal":{"dataLakePrincipalIdentifier":"arn:aws:iam::1:role/bi"},"resource":{"table":{"databaseName":"sales","name":"orders"}}} | | IAM::Role arn:aws:iam::1:role/bi; Glue::Table orders
lightsail DeleteInstance | {"instanceName":"blog"} | | Lightsail::Instance blog
lightsail DeleteBucket | {"bucketName":"pics"} | | Lightsail::Bucket pics
logs PutSubscriptionFilter | {"logGroupName":"/app","filterName":"all","destinationArn":"arn:aws:lambda:e:1:function:ship"} | | Logs::LogGroup /app; Logs::MetricFilter all; Lambda::Function arn:aws:lambda:e:1:function:ship
macie2 DeleteCustomDataIdentifier | {"id":"c1"} | | Macie::CustomDataIdentifier c1
monitoring PutMetricAlarm | {"alarmName":"cpu"} | | CloudWatch::Alarm cpu
monitoring DeleteMetricStream | {"name":"out"} | | CloudWatch::MetricStream out
network-firewall UpdateRuleGroup | {"ruleGroupName":"deny"} | | NetworkFirewall::RuleGroup deny
organizations MoveAccount | {"accountId":"111122223333","sourceParentId":"r-ab12","destinationParentId":"ou-ab12-11111111"} | | Organizations::Account 111122223333; Organizations::Root r-ab12; Organizations::OrganizationalUnit ou-ab12-11111111
organizations AttachPolicy | {"policyId":"p-1","targetId":"ou-ab12-11111111"} | | Organizations::Policy p-1; Organizations::OrganizationalUnit ou-ab12-11111111
quicksight UpdateDashboard | {"awsAccountId":"1","dashboardId":"d1"} | | QuickSight::Dashboard d1
ram CreateResourceShare | {"name":"net"} | {"resourceShare":{"resourceShareArn":"arn:aws:ram:e:1:resource-share/s1"}} | RAM::ResourceShare arn:aws:ram:e:1:resource-share/s1
rds RestoreDBClusterFromSnapshot | {"dBClusterIdentifier":"new","snapshotIdentifier":"before"} | | RDS::DBCluster new; RDS::DBClusterSnapshot before
rds DeleteDBCluster | {"dBClusterIdentifier":"shop","finalDBSnapshotIdentifier":"last"} | | RDS::DBCluster shop; RDS::DBClusterSnapshot last
rds CopyDBSnapshot | {"sourceDBSnapshotIdentifier":"a","targetDBSnapshotIdentifier":"b"} | {"dBSnapshotArn":"arn:aws:rds:e:1:snapshot:b"} | RDS::DBSnapshot arn:aws:rds:e:1:snapshot:b; RDS::DBSnapshot a
redshift ModifyCluster | {"clusterIdentifier":"dw"} | | Redshift::Cluster dw
redshift DeleteClusterSnapshot | {"snapshotIdentifier":"s1"} | | Redshift::ClusterSnapshot s1
redshift-serverless DeleteWorkgroup | {"workgroupName":"w1"} | | RedshiftServerless::Workgroup w1
rolesanywhere DisableTrustAnchor | {"trustAnchorId":"t1"} | | RolesAnywhere::TrustAnchor t1
route53 ChangeResourceRecordSets | {"hostedZoneId":"Z123"} | {"changeInfo":{"id":"/change/C1"}} | Route53::HostedZone Z123
route53 CreateHostedZone | {"name":"example.com"} | {"hostedZone":{"id":"/hostedzone/Z123"}} | Route53::HostedZone Z123
route53 DeleteHostedZone | {"id":"Z123"} | | Route53::HostedZone Z123
route53domains TransferDomain | {"domainName":"example.com"} | | Route53Domains::Domain example.com
s3 CopyObject | {"bucketName":"out","key":"b.csv","x-amz-copy-source":"acme-logs/a%20b.csv"} | | S3::Object arn:aws:s3:::out/b.csv; S3::Object arn:aws:s3:::acme-logs/a b.csv; S3::Bucket out
s3 CreateAccessPoint | {"name":"finance","bucket":"acme-logs"} | | S3::AccessPoint finance; S3::Bucket acme-logs
sagemaker CreateNotebookInstance | {"notebookInstanceName":"n1","roleArn":"arn:aws:iam::1:role/ml"} | {"notebookInstanceArn":"arn:aws:sagemaker:e:1:notebook-instance/n1"} | SageMaker::NotebookInstance arn:aws:sagemaker:e:1:notebook-instance/n1; IAM::Role arn:aws:iam::1:role/ml
sagemaker DeleteEndpointConfig | {"endpointConfigName":"c1"} | | SageMaker::EndpointConfig c1
scheduler CreateSchedule | {"name":"nightly","groupName":"ops"} | | Scheduler::Schedule nightly; Scheduler::ScheduleGroup ops
secretsmanager RotateSecret | {"secretId":"prod/db"} | {"aRN":"arn:aws:secretsmanager:e:1:secret:prod/db-AbC123","name":"prod/db"} | SecretsManager::Secret arn:aws:secretsmanager:e:1:secret:prod/db-AbC123
securityhub UpdateInsight | {"InsightArn":"arn:aws:securityhub:e:1:insight/1/custom/i1"} | | SecurityHub::Insight arn:aws:securityhub:e:1:insight/1/custom/i1
servicecatalog DeleteProduct | {"id":"prod-1"} | | ServiceCatalog::CloudFormationProduct prod-1
servicecatalog TerminateProvisionedProduct | {"provisionedProductName":"dev-box"} | | ServiceCatalog::CloudFormationProvisionedProduct dev-box
ses VerifyEmailIdentity | {"emailAddress":"a@example.com"} | | SES::EmailIdentity a@example.com
ses DeleteConfigurationSet | {"configurationSetName":"main"} | | SES::ConfigurationSet main
sns CreateTopic | {"name":"alarms"} | {"topicArn":"arn:aws:sns:e:1:alarms"} | SNS::Topic arn:aws:sns:e:1:alarms
sns DeletePlatformApplication | {"platformApplicationArn":"arn:aws:sns:e:1:app/GCM/push"} | | SNS::PlatformApplication arn:aws:sns:e:1:app/GCM/push
sqs CreateQueue | {"queueName":"jobs"} | {"queueUrl":"https://sqs.e.amazonaws.com/1/jobs"} | SQS::Queue https://sqs.e.amazonaws.com/1/jobs; SQS::Queue jobs
ssm CreateMaintenanceWindow | {"name":"sunday"} | {"windowId":"mw-0123456789abcdef0"} | SSM::MaintenanceWindow mw-0123456789abcdef0; SSM::MaintenanceWindow sunday
ssm CreateAssociation | {"name":"AWS-UpdateSSMAgent","instanceId":"i-0123456789abcdef0"} | {"associationDescription":{"associationId":"a-1"}} | SSM::Association a-1; SSM::Document AWS-UpdateSSMAgent; EC2::Instance i-0123456789abcdef0
ssm AddTagsToResource | {"resourceType":"Document","resourceId":"Patch"} | | SSM::Document Patch
sso DeleteAccountAssignment | {"instanceArn":"arn:aws:sso:::instance/i1","permissionSetArn":"arn:aws:sso:::permissionSet/i1/p1","targetId":"111122223333","targetType":"AWS_ACCOUNT","principalId":"u-1","principalType":"USER"} | | Organizations::Account 111122223333; IdentityStore::User u-1; SSO::PermissionSet arn:aws:sso:::permissionSet/i1/p1; SSO::Instance arn:aws:sso:::instance/i1
sso-directory DeleteUser | {"identityStoreId":"d-1","userId":"u-1"} | | IdentityStore::User u-1
states CreateStateMachine | {"name":"ship"} | {"stateMachineArn":"arn:aws:states:e:1:stateMachine:ship"} | StepFunctions::StateMachine arn:aws:states:e:1:stateMachine:ship
states StartExecution | {"name":"run-17","stateMachineArn":"arn:aws:states:e:1:stateMachine:ship"} | {"executionArn":"arn:aws:states:e:1:execution:ship:run-17"} | StepFunctions::Execution arn:aws:states:e:1:execution:ship:run-17; StepFunctions::StateMachine arn:aws:states:e:1:stateMachine:ship
storagegateway DeleteGateway | {"gatewayARN":"arn:aws:storagegateway:e:1:gateway/sgw-1"} | | StorageGateway::Gateway arn:aws:storagegateway:e:1:gateway/sgw-1
transfer CreateUser | {"serverId":"s-0123456789abcdef0","userName":"zoe","role":"arn:aws:iam::1:role/sftp"} | | Transfer::User zoe; Transfer::Server s-0123456789abcdef0; IAM::Role arn:aws:iam::1:role/sftp
waf-regional DeleteWebACL | {"webACLId":"w1"} | | WAFRegional::WebACL w1
wafv2 UpdateIPSet | {"name":"office","id":"0a-1b","scope":"REGIONAL"} | | WAFv2::IPSet office; WAFv2::IPSet 0a-1b
wafv2 AssociateWebACL | {"webACLArn":"arn:aws:wafv2:e:1:regional/webacl/main/0a-1b","resourceArn":"arn:aws:elasticloadbalancing:e:1:loadbalancer/app/web/50dc"} | | WAFv2::WebACL arn:aws:wafv2:e:1:regional/webacl/main/0a-1b; ElasticLoadBalancingV2::LoadBalancer arn:aws:elasticloadbalancing:e:1:loadbalancer/app/web/50dc
workspaces TerminateWorkspaces | {"terminateWorkspaceRequests":[{"workspaceId":"ws-abc123def"}]} | | WorkSpaces::Workspace ws-abc123def
xray UpdateGroup | {"groupName":"slow"} | | XRay::Group slow
`;
