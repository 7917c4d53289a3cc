/**
 * What real events act on, as someone who investigates would say after reading the record. The rows were written from
 * the raw records and the API references of their services, wherever in the record the thing is told, before the
 * reader was asked. Each difference was settled by those two, for the reader or for the row; a dozen rows, and which
 * of an event's things comes first, were added then. The ids stay in the records (real-events.ts).
 *
 * A row: where the event stands, then for each resource the type without `AWS::` and the path whose value is the id,
 * whole; the first is what the call was about, and comes first. After a path stands how to take the id out of a
 * longer value: `>arn` and `>name` of what a refusal was on, `>function` of an address to call it by, `>decoded` from
 * percent signs. Managed policies are `IAM::Policy` and domains `OpenSearchService::Domain`, as AWS Config and
 * CloudFormation call them.
 */
const TABLE = `
traildiscover:1 ACMPCA::CertificateAuthority errorMessage>arn
cloud-custodian:13 ApiGateway::Stage requestParameters.createStageInput.stageName; ApiGateway::RestApi requestParameters.restApiId
cloud-custodian:21 ApiGateway::Stage requestParameters.resourceArn
traildiscover:42 ApiGatewayV2::Api responseElements.apiId
traildiscover:62 ApiGatewayV2::Integration responseElements.integrationId; ApiGatewayV2::Api requestParameters.apiId; Lambda::Function requestParameters.integrationUri>function
traildiscover:2 ApiGatewayV2::Route responseElements.routeId; ApiGatewayV2::Api requestParameters.apiId
traildiscover:80 ApiGatewayV2::Stage requestParameters.stageName
cloud-custodian:1 AppMesh::Mesh responseElements.mesh.metadata.arn
cloud-custodian:2 AppMesh::VirtualGateway responseElements.virtualGateway.metadata.arn
cloud-custodian:3 AppMesh::VirtualNode responseElements.virtualNode.metadata.arn
traildiscover:8 AppSync::GraphQLApi requestParameters.apiId
traildiscover:10 AppSync::GraphQLApi requestParameters.apiId; AppSync::Resolver responseElements.message>arn
traildiscover:44 AutoScaling::AutoScalingGroup requestParameters.autoScalingGroupName; EC2::LaunchTemplate requestParameters.launchTemplate.launchTemplateName
stratus-red-team:272 Bedrock::Model requestParameters.modelId
stratus-red-team:279 Bedrock::Model responseElements.modelId
traildiscover:292 Bedrock::KnowledgeBase requestParameters.knowledgeBaseId
cloud-custodian:5 Bedrock::ModelCustomizationJob responseElements.jobArn
cloud-custodian:10 CloudFront::Distribution responseElements.distribution.aRN
cloud-custodian:20 CloudFront::Distribution requestParameters.resource
cloud-custodian:22 CloudFront::Distribution responseElements.distribution.aRN
traildiscover:21 CloudFront::Function errorMessage>arn
cloud-custodian:15 CloudHSM::Cluster responseElements.cluster.clusterId; EC2::Subnet requestParameters.subnetIds; EC2::VPC responseElements.cluster.vpcId
invictus:643 CloudTrail::Trail responseElements.trailARN; S3::Bucket requestParameters.s3BucketName
invictus:1182 CloudTrail::Trail requestParameters.name
invictus:690 CloudTrail::Trail requestParameters.trailNameList
invictus:621 CloudTrail::Trail requestParameters.trailName
invictus:920 CloudTrail::Trail requestParameters.resourceIdList
traildiscover:23 CloudTrail::Trail errorMessage>arn
traildiscover:34 Config::ConfigRule errorMessage>name
streamalert:4 S3::Bucket requestParameters.evaluations.complianceResourceId; Config::ConfigRule additionalEventData.configRuleName
invictus:119 EC2::EIP responseElements.allocationId
invictus:506 EC2::RouteTable requestParameters.routeTableId; EC2::Subnet requestParameters.subnetId
invictus:505 EC2::InternetGateway requestParameters.internetGatewayId; EC2::VPC requestParameters.vpcId
traildiscover:16 EC2::Volume requestParameters.volumeId; EC2::Instance requestParameters.instanceId
invictus:1663 EC2::SecurityGroup requestParameters.groupId
invictus:698 EC2::FlowLog responseElements.CreateFlowLogsResponse.flowLogIdSet.item; EC2::VPC requestParameters.CreateFlowLogsRequest.ResourceId.content; Logs::LogGroup requestParameters.CreateFlowLogsRequest.LogDestination; IAM::Role requestParameters.CreateFlowLogsRequest.DeliverLogsPermissionArn
streamalert:22 EC2::Image responseElements.imageId; EC2::Instance requestParameters.instanceId
traildiscover:60 EC2::Instance requestParameters.instanceId; S3::Bucket requestParameters.exportToS3.s3Bucket
invictus:509 EC2::InternetGateway responseElements.internetGateway.internetGatewayId
traildiscover:64 EC2::KeyPair requestParameters.keyName
traildiscover:65 EC2::LaunchTemplate responseElements.CreateLaunchTemplateResponse.launchTemplate.launchTemplateId; EC2::Image requestParameters.CreateLaunchTemplateRequest.LaunchTemplateData.ImageId
invictus:507 EC2::NatGateway responseElements.CreateNatGatewayResponse.natGateway.natGatewayId; EC2::Subnet requestParameters.CreateNatGatewayRequest.SubnetId; EC2::EIP requestParameters.CreateNatGatewayRequest.AllocationId
traildiscover:68 EC2::NetworkAcl requestParameters.networkAclId
invictus:138 EC2::NetworkInterface responseElements.networkInterface.networkInterfaceId; EC2::SecurityGroup responseElements.networkInterface.groupSet.items.groupId
invictus:161 EC2::RouteTable requestParameters.routeTableId; EC2::NatGateway requestParameters.natGatewayId
invictus:1660 EC2::SecurityGroup responseElements.groupId
invictus:1508 EC2::Snapshot responseElements.snapshotId; EC2::Volume requestParameters.volumeId
invictus:131 EC2::Subnet responseElements.subnet.subnetArn
invictus:1667 EC2::Image requestParameters.resourcesSet.items.resourceId
traildiscover:82 EC2::NetworkInterface requestParameters.CreateTrafficMirrorSessionRequest.NetworkInterfaceId; EC2::TrafficMirrorFilter requestParameters.CreateTrafficMirrorSessionRequest.TrafficMirrorFilterId; EC2::TrafficMirrorTarget requestParameters.CreateTrafficMirrorSessionRequest.TrafficMirrorTargetId
invictus:1736 EC2::Volume responseElements.volumeId
invictus:121 EC2::VPC responseElements.vpc.vpcId; EC2::DHCPOptions responseElements.vpc.dhcpOptionsId
invictus:655 EC2::FlowLog requestParameters.DeleteFlowLogsRequest.FlowLogId.content
cloud-custodian:24 EC2::TransitGatewayAttachment responseElements.DeleteTransitGatewayVpcAttachmentResponse.transitGatewayVpcAttachment.transitGatewayAttachmentId; EC2::TransitGateway responseElements.DeleteTransitGatewayVpcAttachmentResponse.transitGatewayVpcAttachment.transitGatewayId
traildiscover:128 EC2::CarrierGateway requestParameters.DescribeCarrierGatewaysRequest.CarrierGatewayId.content
traildiscover:129 EC2::ClientVpnEndpoint requestParameters.DescribeClientVpnRoutesRequest.ClientVpnEndpointId
traildiscover:137 EC2::DHCPOptions requestParameters.dhcpOptionsSet.items.dhcpOptionsId
traildiscover:174 EC2::TransitGatewayMulticastDomain requestParameters.DescribeTransitGatewayMulticastDomainsRequest.TransitGatewayMulticastDomainIds.content
traildiscover:234 EC2::TransitGatewayRouteTable requestParameters.GetTransitGatewayRouteTableAssociationsRequest.TransitGatewayRouteTableId
traildiscover:178 EC2::Volume requestParameters.DescribeVolumesModificationsRequest.VolumeId.content
invictus:501 EC2::VPC requestParameters.DescribeVpcClassicLinkDnsSupportRequest.VpcIds.content
invictus:1669 EC2::Image requestParameters.imageId
invictus:1675 EC2::Snapshot requestParameters.snapshotId
invictus:1554 EC2::Image responseElements.imageId; EC2::Snapshot requestParameters.blockDeviceMapping.items.ebs.snapshotId
invictus:956 EC2::EIP requestParameters.allocationId
traildiscover:238 EC2::IamInstanceProfileAssociation requestParameters.ReplaceIamInstanceProfileAssociationRequest.AssociationId; IAM::InstanceProfile requestParameters.ReplaceIamInstanceProfileAssociationRequest.IamInstanceProfile.Name
cloud-custodian:18 EC2::Instance responseElements.instancesSet.items.instanceId; EC2::Image requestParameters.instancesSet.items.imageId; EC2::KeyPair requestParameters.instancesSet.items.keyName; EC2::SecurityGroup requestParameters.groupSet.items.groupId; EC2::Subnet requestParameters.subnetId; IAM::InstanceProfile responseElements.instancesSet.items.iamInstanceProfile.arn
invictus:154 EC2::Snapshot serviceEventDetails.snapshotId
invictus:1177 EC2::Instance requestParameters.instancesSet.items.instanceId
traildiscover:237 EC2::Snapshot requestParameters.snapshotId; EC2::Snapshot errorMessage>arn
stratus-red-team:286 EC2::Instance requestParameters.instanceId
streamalert:38 ECR::Repository resources.ARN
traildiscover:46 ECS::Cluster errorMessage>arn
traildiscover:130 EKS::Cluster requestParameters.name
traildiscover:39 EKS::Cluster requestParameters.name; EKS::Cluster responseElements.message>arn; IAM::Role requestParameters.principalArn
traildiscover:11 EKS::Cluster requestParameters.name
cloud-custodian:11 EFS::MountTarget responseElements.mountTargetId; EFS::FileSystem requestParameters.fileSystemId; EC2::SecurityGroup requestParameters.securityGroups
cloud-custodian:23 EFS::MountTarget requestParameters.mountTargetId
cloud-custodian:4 ElasticLoadBalancingV2::LoadBalancer requestParameters.resourceArns
cloud-custodian:12 ElasticLoadBalancing::LoadBalancer requestParameters.loadBalancerName
opensearch-catalog:46 ElasticLoadBalancingV2::TargetGroup requestParameters.targetGroupArn
traildiscover:73 ElasticLoadBalancingV2::Listener errorMessage>arn
streamalert:31 OpenSearchService::Domain responseElements.domainStatus.aRN
streamalert:32 OpenSearchService::Domain requestParameters.domainName
traildiscover:112 Events::Rule errorMessage>arn
traildiscover:183 Events::Rule errorMessage>arn
streamalert:33 Glacier::Vault requestParameters.vaultName
traildiscover:310 Glue::DevEndpoint errorMessage>arn
invictus:2842 GuardDuty::Detector requestParameters.detectorId
traildiscover:109 GuardDuty::PublishingDestination requestParameters.destinationId; GuardDuty::PublishingDestination responseElements.message>arn; GuardDuty::Detector requestParameters.detectorId
invictus:126 IAM::Role requestParameters.roleName; IAM::InstanceProfile requestParameters.instanceProfileName
traildiscover:6 IAM::InstanceProfile errorMessage>name
traildiscover:7 IAM::Group errorMessage>name
traildiscover:14 IAM::Role errorMessage>name
traildiscover:87 IAM::User errorMessage>name
traildiscover:70 IAM::Policy errorMessage>arn
invictus:123 IAM::Role requestParameters.roleName; IAM::Policy requestParameters.policyArn
invictus:2572 IAM::User requestParameters.userName
invictus:2570 IAM::AccessKey responseElements.accessKey.accessKeyId; IAM::User requestParameters.userName
invictus:2638 IAM::AccessKey requestParameters.accessKeyId
invictus:499 IAM::InstanceProfile responseElements.instanceProfile.arn
invictus:1011 IAM::Policy responseElements.policy.arn
invictus:481 IAM::Role responseElements.role.arn
invictus:2569 IAM::User responseElements.user.arn
invictus:1153 IAM::Role requestParameters.roleName
traildiscover:377 IAM::SAMLProvider requestParameters.sAMLProviderArn
stratus-red-team:299 IAM::Role responseElements.role.arn; IAM::Policy requestParameters.permissionsBoundary
streamalert:40 KMS::Key responseElements.keyMetadata.arn
opensearch-catalog:811 KMS::Key resources.ARN; Lambda::Function requestParameters.encryptionContext.aws:lambda:FunctionArn
opensearch-catalog:8 KMS::Key resources.ARN; S3::Object requestParameters.encryptionContext.aws:s3:arn
invictus:322 KMS::Key resources.ARN; KMS::Alias requestParameters.keyId
umccr:189 KMS::Key requestParameters.keyId
traildiscover:150 KMS::Key errorMessage>arn
invictus:2493 Lambda::Function requestParameters.functionName
invictus:2587 Lambda::Function responseElements.functionArn; IAM::Role requestParameters.role; S3::Bucket requestParameters.code.s3Bucket
stratus-red-team:304 Lambda::Function requestParameters.functionName; Lambda::LayerVersion requestParameters.layers
traildiscover:5 Lambda::Function errorMessage>arn
invictus:945 Logs::LogGroup requestParameters.logGroupName
opensearch-catalog:813 Logs::LogStream requestParameters.logStreamName; Logs::LogGroup requestParameters.logGroupName
traildiscover:27 Logs::LogStream errorMessage>arn
traildiscover:28 CloudWatch::Alarm errorMessage>arn
traildiscover:419 Organizations::Root errorMessage>arn
streamalert:1 QuickSight::DataSource serviceEventDetails.eventRequestDetails.dataSourceId; QuickSight::DataSet serviceEventDetails.eventRequestDetails.dataSetId
umccr:190 RDS::DBInstance serviceEventDetails.resourceId
invictus:2243 RDS::DBInstance responseElements.dBInstanceArn; RDS::DBSubnetGroup requestParameters.dBSubnetGroupName
cloud-custodian:9 RDS::DBInstance requestParameters.dBInstanceIdentifier; EC2::SecurityGroup requestParameters.vpcSecurityGroupIds
invictus:2261 RDS::DBSnapshot responseElements.dBSnapshotArn; RDS::DBInstance requestParameters.dBInstanceIdentifier
invictus:2174 RDS::DBSubnetGroup responseElements.dBSubnetGroupArn; EC2::Subnet requestParameters.subnetIds
invictus:2677 RDS::DBInstance responseElements.dBInstanceArn; RDS::DBSnapshot requestParameters.finalDBSnapshotIdentifier
invictus:2301 RDS::DBSnapshot requestParameters.dBSnapshotIdentifier
traildiscover:17 RDS::DBSecurityGroup errorMessage>arn
traildiscover:93 RDS::DBCluster errorMessage>arn
traildiscover:99 RDS::GlobalCluster errorMessage>arn
streamalert:56 RDS::DBClusterSnapshot requestParameters.dBClusterSnapshotIdentifier
invictus:2626 RolesAnywhere::Profile responseElements.profile.profileArn; IAM::Role requestParameters.roleArns
invictus:2312 RolesAnywhere::TrustAnchor responseElements.trustAnchor.trustAnchorArn
invictus:2806 RolesAnywhere::Profile responseElements.profile.profileArn
stratus-red-team:119 Route53Resolver::ResolverQueryLoggingConfig responseElements.resolverQueryLogConfig.arn; S3::Bucket responseElements.resolverQueryLogConfig.destinationArn
invictus:2209 EC2::VPC requestParameters.vpcId
invictus:641 S3::Bucket requestParameters.bucketName
invictus:1202 S3::Bucket resources.ARN
cloudtrail-rs:5 S3::Object resources.ARN; S3::Bucket resources.ARN
invictus:6 S3::Bucket requestParameters.bucket
invictus:49 S3::StorageLens requestParameters.configurationARN
traildiscover:450 S3::Bucket requestParameters.bucketName
invictus:181 SecretsManager::Secret responseElements.arn
invictus:213 SecretsManager::Secret requestParameters.secretId
invictus:1441 SecretsManager::Secret additionalEventData.ARN
traildiscover:166 SecretsManager::Secret errorMessage>name
streamalert:41 SecretsManager::Secret responseElements.aRN
traildiscover:523 SecurityHub::Hub responseElements.message>arn
traildiscover:51 SES::EmailIdentity errorMessage>arn
traildiscover:529 SES::EmailIdentity resources.ARN
cloudtrail-rs:6 IAM::VirtualMFADevice additionalEventData.MFAIdentifier
streamalert:37 SNS::Topic responseElements.topicArn
opensearch-catalog:28 SNS::Topic requestParameters.resourceArn
streamalert:34 SQS::Queue requestParameters.queueUrl
invictus:1265 SSM::Parameter resources.ARN
invictus:452 SSM::Parameter resources.ARN
invictus:315 SSM::Parameter requestParameters.resourceId
invictus:163 EC2::Instance requestParameters.filters.values
invictus:554 EC2::Instance requestParameters.instanceId
invictus:344 SSM::Document requestParameters.name
invictus:178 EC2::Instance requestParameters.instanceIds; SSM::Document requestParameters.documentName
invictus:445 EC2::Instance requestParameters.resourceId
invictus:243 SSM::Association resources.ARN
stratus-red-team:261 EC2::Instance requestParameters.target; SSM::Session responseElements.sessionId
stratus-red-team:260 SSM::Session requestParameters.sessionId
traildiscover:472 SSM::Session errorMessage>arn
traildiscover:515 SSM::Document errorMessage>arn
traildiscover:41 Organizations::Account requestParameters.targetId; SSO::PermissionSet requestParameters.permissionSetArn; SSO::Instance requestParameters.instanceArn
traildiscover:558 SSO::Instance requestParameters.instanceArn
traildiscover:516 IdentityStore::Group responseElements.group.groupId
traildiscover:517 IdentityStore::User responseElements.user.userId
traildiscover:4 IdentityStore::Group requestParameters.groupId; IdentityStore::User requestParameters.member.memberId
invictus:2108 IAM::Role requestParameters.roleArn
cloudtrail-rs:2 IAM::Role requestParameters.roleArn; IAM::OIDCProvider responseElements.provider
traildiscover:113 WAFv2::RuleGroup errorMessage>arn
traildiscover:120 WAFv2::WebACL errorMessage>arn
traildiscover:325 WAFv2::IPSet errorMessage>arn
traildiscover:121 EKS::Cluster requestParameters.name; IAM::Role requestParameters.principalArn>decoded
traildiscover:470 ServiceQuotas::Quota errorMessage>arn
invictus:753 EC2::Instance resources.ARN
`;

export type RealResource = {
  readonly place: string;
  readonly type: string;
  readonly path: readonly string[];
  readonly within: string | null;
  /** What the call was about before all else. */
  readonly isSubject: boolean;
};

export const REAL_RESOURCES: readonly RealResource[] = TABLE.trim().split("\n").flatMap(readRow);

function readRow(row: string): readonly RealResource[] {
  const place = row.slice(0, row.indexOf(" "));
  return row
    .slice(place.length + 1)
    .split("; ")
    .map((resource, index) => {
      const [type, where = ""] = resource.split(" ");
      const [path = "", within = null] = where.split(">");
      return { place, type: `AWS::${type}`, path: path.split("."), within, isSubject: index === 0 };
    });
}
