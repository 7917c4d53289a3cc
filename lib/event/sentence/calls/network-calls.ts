/** What calls to networks, load balancers, names and content delivery do, as templates. */
export const NETWORK_CALLS = {
  ec2: {
    CreateVpc: "create {VPC: =vpc.vpcId}[ ({: cidrBlock})]",
    DeleteVpc: "delete {VPC: vpcId}",
    CreateSubnet: "create {subnet: =subnet.subnetId}[ in {VPC: vpcId}]",
    DeleteSubnet: "delete {subnet: subnetId}",
    ModifySubnetAttribute: "change {subnet: subnetId}",
    CreateSecurityGroup: "create {security group: =groupId, groupName}[ in {VPC: vpcId}]",
    DeleteSecurityGroup: "delete {security group: groupId, groupName}",
    AuthorizeSecurityGroupIngress:
      "open {security group: groupId, groupName} to {address/addresses: ipPermissions.items.ipRanges.items.cidrIp, ipPermissions.items.ipv6Ranges.items.cidrIpv6, ipPermissions.items.groups.items.groupId, cidrIp}[ on {port(s): ipPermissions.items.fromPort, fromPort}]",
    AuthorizeSecurityGroupEgress:
      "let {security group: groupId, groupName} reach {address/addresses: ipPermissions.items.ipRanges.items.cidrIp, ipPermissions.items.ipv6Ranges.items.cidrIpv6, ipPermissions.items.groups.items.groupId}",
    RevokeSecurityGroupIngress:
      "close {security group: groupId, groupName}[ to {address/addresses: ipPermissions.items.ipRanges.items.cidrIp, ipPermissions.items.ipv6Ranges.items.cidrIpv6, ipPermissions.items.groups.items.groupId, cidrIp}][ on {port(s): ipPermissions.items.fromPort, fromPort}]",
    RevokeSecurityGroupEgress:
      "remove an outbound rule of {security group: groupId, groupName}[ to {address/addresses: ipPermissions.items.ipRanges.items.cidrIp, ipPermissions.items.ipv6Ranges.items.cidrIpv6, ipPermissions.items.groups.items.groupId, cidrIp}]",
    ModifySecurityGroupRules: "change rules of {security group: ModifySecurityGroupRulesRequest.GroupId}",
    DescribeSecurityGroups:
      "look at {security group(s): securityGroupIdSet.items.groupId, securityGroupSet.items.groupName}",
    CreateRouteTable: "create {route table: =routeTable.routeTableId}[ in {VPC: vpcId}]",
    DeleteRouteTable: "delete {route table: routeTableId}",
    AssociateRouteTable: "associate {route table: routeTableId} with {subnet: subnetId}",
    DisassociateRouteTable: "disassociate {route table association: associationId}",
    CreateRoute:
      "add a route[ to {: destinationCidrBlock, destinationIpv6CidrBlock}][ through {: gatewayId, natGatewayId, transitGatewayId, vpcPeeringConnectionId, networkInterfaceId, instanceId, egressOnlyInternetGatewayId}] in {route table: routeTableId}",
    ReplaceRoute:
      "replace the route[ to {: destinationCidrBlock, destinationIpv6CidrBlock}] in {route table: routeTableId}",
    DeleteRoute:
      "delete the route[ to {: destinationCidrBlock, destinationIpv6CidrBlock}] from {route table: routeTableId}",
    CreateInternetGateway: "create {internet gateway: =internetGateway.internetGatewayId}",
    AttachInternetGateway: "attach {internet gateway: internetGatewayId} to {VPC: vpcId}",
    DetachInternetGateway: "detach {internet gateway: internetGatewayId} from {VPC: vpcId}",
    DeleteInternetGateway: "delete {internet gateway: internetGatewayId}",
    CreateNatGateway:
      "create {NAT gateway: =CreateNatGatewayResponse.natGateway.natGatewayId}[ in {subnet: CreateNatGatewayRequest.SubnetId}]",
    DeleteNatGateway: "delete {NAT gateway: DeleteNatGatewayRequest.NatGatewayId}",
    AllocateAddress: "allocate {Elastic IP address: =publicIp}",
    AssociateAddress:
      "associate {Elastic IP address: publicIp, allocationId} with {instance: instanceId, networkInterfaceId}",
    ReleaseAddress: "release {Elastic IP address: publicIp, allocationId}",
    CreateNetworkInterface:
      "create {network interface: =networkInterface.networkInterfaceId}[ in {subnet: subnetId}]",
    DeleteNetworkInterface: "delete {network interface: networkInterfaceId}",
    CreateNetworkAclEntry: "add a rule to {network ACL: networkAclId}",
    DeleteNetworkAclEntry: "delete a rule of {network ACL: networkAclId}",
    DeleteNetworkAcl: "delete {network ACL: networkAclId}",
    CreateFlowLogs:
      "create flow logs[ of {resource(s): CreateFlowLogsRequest.ResourceId.content, CreateFlowLogsRequest.ResourceId}]",
    DeleteFlowLogs:
      "delete {flow log(s): DeleteFlowLogsRequest.FlowLogId.content, DeleteFlowLogsRequest.FlowLogId}",
    CreateVpcEndpoint:
      "create {VPC endpoint: =CreateVpcEndpointResponse.vpcEndpoint.vpcEndpointId}[ for {service: CreateVpcEndpointRequest.ServiceName}]",
    CreateVpcPeeringConnection: "ask to peer {VPC: vpcId} with {VPC: peerVpcId}",
    AcceptVpcPeeringConnection: "accept {peering connection: vpcPeeringConnectionId}",
    CreateTrafficMirrorSession:
      "mirror the traffic of {network interface: CreateTrafficMirrorSessionRequest.NetworkInterfaceId}",
  },
  elasticloadbalancing: {
    CreateLoadBalancer: "create {load balancer: name, loadBalancerName}",
    DeleteLoadBalancer: "delete {load balancer: loadBalancerArn, loadBalancerName}",
    ModifyLoadBalancerAttributes: "change {load balancer: loadBalancerArn, loadBalancerName}",
    RegisterTargets: "register {target(s): targets.id} with {target group: targetGroupArn}",
    DeregisterTargets: "deregister {target(s): targets.id} from {target group: targetGroupArn}",
    DescribeTargetHealth: "look at the health of {target group: targetGroupArn}",
  },
  route53: {
    CreateHostedZone: "create {hosted zone: name}",
    DeleteHostedZone: "delete {hosted zone: id}",
    ChangeResourceRecordSets:
      "change {record(s): changeBatch.changes.resourceRecordSet.name} in {hosted zone: hostedZoneId}",
  },
  route53domains: {
    RegisterDomain: "register {domain: domainName}",
    TransferDomain: "transfer {domain: domainName}",
  },
  cloudfront: {
    CreateDistribution: "create {distribution: =distribution.id}",
    UpdateDistribution: "change {distribution: id}",
    DeleteDistribution: "delete {distribution: id}",
    CreateInvalidation: "invalidate what {distribution: distributionId} has cached",
  },
  wafv2: {
    UpdateIPSet: "change {IP set: name}",
    DeleteWebACL: "delete {web ACL: name}",
    DeleteRuleGroup: "delete {rule group: name}",
  },
} as const;
