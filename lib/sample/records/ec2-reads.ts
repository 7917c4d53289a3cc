import { plainRead, type ReadCall } from "#lib/sample/records/read-call.ts";

/** Reads of EC2, whose parameters are sets of items. */

function itemSet(
  name: string,
  set: string,
  item: string,
  list: "instances" | "volumes" | "securityGroups" | "subnets",
): ReadCall {
  return {
    service: "ec2",
    name,
    request: (random, fleet) =>
      `{"${set}":{"items":[{"${item}":"${random.pick(fleet[list])}"}]},"filterSet":{}}`,
  };
}

function filtered(name: string, filter: string, set: string): ReadCall {
  return {
    service: "ec2",
    name,
    request: (_random, fleet) =>
      `{"maxResults":200,"${set}":{},"filterSet":{"items":[{"name":"${filter}","valueSet":{"items":[{"value":"${fleet.vpc}"}]}}]}}`,
  };
}

export const EC2_READS: readonly ReadCall[] = [
  itemSet("DescribeInstances", "instancesSet", "instanceId", "instances"),
  plainRead("ec2", "DescribeInstances", '{"maxResults":1000,"instancesSet":{},"filterSet":{}}'),
  plainRead("ec2", "DescribeInstanceStatus", '{"instancesSet":{},"filterSet":{},"includeAllInstances":true}'),
  itemSet("DescribeInstanceAttribute", "instancesSet", "instanceId", "instances"),
  itemSet("DescribeVolumes", "volumeSet", "volumeId", "volumes"),
  plainRead("ec2", "DescribeVolumeStatus", '{"maxResults":500,"filterSet":{},"volumeSet":{}}'),
  itemSet("DescribeSecurityGroups", "securityGroupIdSet", "groupId", "securityGroups"),
  filtered("DescribeSecurityGroups", "vpc-id", "securityGroupSet"),
  itemSet("DescribeSubnets", "subnetSet", "subnetId", "subnets"),
  filtered("DescribeRouteTables", "vpc-id", "routeTableIdSet"),
  filtered("DescribeNetworkInterfaces", "vpc-id", "networkInterfaceIdSet"),
  filtered("DescribeNatGateways", "vpc-id", "natGatewayIdSet"),
  filtered("DescribeNetworkAcls", "vpc-id", "networkAclIdSet"),
  plainRead("ec2", "DescribeVpcs", '{"vpcSet":{},"filterSet":{}}'),
  plainRead("ec2", "DescribeVpcEndpoints", '{"DescribeVpcEndpointsRequest":{}}'),
  plainRead("ec2", "DescribeAddresses", '{"publicIpsSet":{},"filterSet":{},"allocationIdsSet":{}}'),
  plainRead(
    "ec2",
    "DescribeSnapshots",
    '{"maxResults":1000,"sharedUsersSet":{},"snapshotSet":{},"ownersSet":{"items":[{"owner":"self"}]},"filterSet":{}}',
  ),
  plainRead(
    "ec2",
    "DescribeImages",
    '{"imagesSet":{},"ownersSet":{"items":[{"owner":"self"}]},"filterSet":{}}',
  ),
  plainRead("ec2", "DescribeRegions", '{"regionSet":{},"allRegions":false}'),
  plainRead("ec2", "DescribeAvailabilityZones", '{"availabilityZoneSet":{},"availabilityZoneIdSet":{}}'),
  plainRead("ec2", "DescribeReservedInstances", '{"filterSet":{},"reservedInstancesSet":{}}'),
  plainRead(
    "ec2",
    "DescribeTags",
    '{"maxResults":1000,"filterSet":{"items":[{"name":"resource-type","valueSet":{"items":[{"value":"instance"}]}}]}}',
  ),
];
