/** Prefixes of the ids that EC2 and its neighbours give out, such as `i-0a1b2c3d4e5f67890`. */
const BY_PREFIX: ReadonlyMap<string, string> = new Map([
  ["i", "AWS::EC2::Instance"],
  ["vol", "AWS::EC2::Volume"],
  ["snap", "AWS::EC2::Snapshot"],
  ["ami", "AWS::EC2::Image"],
  ["sg", "AWS::EC2::SecurityGroup"],
  ["sgr", "AWS::EC2::SecurityGroupRule"],
  ["subnet", "AWS::EC2::Subnet"],
  ["vpc", "AWS::EC2::VPC"],
  ["vpce", "AWS::EC2::VPCEndpoint"],
  ["pcx", "AWS::EC2::VPCPeeringConnection"],
  ["eni", "AWS::EC2::NetworkInterface"],
  ["eipalloc", "AWS::EC2::EIP"],
  ["eipassoc", "AWS::EC2::EIPAssociation"],
  ["rtb", "AWS::EC2::RouteTable"],
  ["igw", "AWS::EC2::InternetGateway"],
  ["eigw", "AWS::EC2::EgressOnlyInternetGateway"],
  ["nat", "AWS::EC2::NatGateway"],
  ["vgw", "AWS::EC2::VPNGateway"],
  ["cgw", "AWS::EC2::CustomerGateway"],
  ["vpn", "AWS::EC2::VPNConnection"],
  ["tgw", "AWS::EC2::TransitGateway"],
  ["tgw-attach", "AWS::EC2::TransitGatewayAttachment"],
  ["tgw-rtb", "AWS::EC2::TransitGatewayRouteTable"],
  ["lt", "AWS::EC2::LaunchTemplate"],
  ["acl", "AWS::EC2::NetworkAcl"],
  ["dopt", "AWS::EC2::DHCPOptions"],
  ["key", "AWS::EC2::KeyPair"],
  ["fl", "AWS::EC2::FlowLog"],
  ["fleet", "AWS::EC2::EC2Fleet"],
  ["pl", "AWS::EC2::PrefixList"],
  ["fs", "AWS::EFS::FileSystem"],
  ["fsmt", "AWS::EFS::MountTarget"],
  ["fsap", "AWS::EFS::AccessPoint"],
  ["fsvol", "AWS::FSx::Volume"],
  ["backup", "AWS::FSx::Backup"],
  ["mi", "AWS::SSM::ManagedInstance"],
  ["mw", "AWS::SSM::MaintenanceWindow"],
  ["pb", "AWS::SSM::PatchBaseline"],
  ["h", "AWS::EC2::Host"],
  ["cr", "AWS::EC2::CapacityReservation"],
  ["vpce-svc", "AWS::EC2::VPCEndpointService"],
  ["eice", "AWS::EC2::InstanceConnectEndpoint"],
  ["eni-attach", "AWS::EC2::NetworkInterfaceAttachment"],
  ["rtbassoc", "AWS::EC2::SubnetRouteTableAssociation"],
  ["aclassoc", "AWS::EC2::SubnetNetworkAclAssociation"],
  ["cvpn-endpoint", "AWS::EC2::ClientVpnEndpoint"],
  ["ipam", "AWS::EC2::IPAM"],
  ["ipam-pool", "AWS::EC2::IPAMPool"],
  ["s", "AWS::Transfer::Server"],
  ["agent", "AWS::DataSync::Agent"],
  ["task", "AWS::DataSync::Task"],
]);

/** 17 hexadecimal digits, 8 in ids from before 2018. */
const ID = /^([a-z]{1,8}(?:-[a-z]{2,8})?)-(?:[0-9a-fA-F]{17}|[0-9a-fA-F]{8})$/;
const SHORTEST_ID = "i-01234567".length;
const LONGEST_ID = 35;

/** What an id of EC2's form names, as `AWS::Service::Kind`; null for any other text. */
export function typeOfId(text: string): string | null {
  if (text.length < SHORTEST_ID || text.length > LONGEST_ID) return null;
  const prefix = ID.exec(text)?.[1];
  return prefix === undefined ? null : (BY_PREFIX.get(prefix) ?? null);
}
