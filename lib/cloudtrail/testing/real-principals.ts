import type { Party } from "#lib/event/credential.ts";

/**
 * Who acted in real records, as someone who reads them by hand says. Every row was written from the record's own
 * `userIdentity` and the CloudTrail user guide, before the reader was asked; of the differences, each was settled by
 * those two, for the reader or for the row. So the table is no copy of what the reader says. It holds every
 * `userIdentity.type` of the given set; of callers who differ in nothing but a number (X-Ray's sessions, one user's
 * many accounts), some. The records stay where they are (real-events.ts).
 *
 * A row: where the event stands | kind | name | role | session | account | key | how signed in | second factor |
 * invoked by. `=` repeats the name. `own` is the record's `userIdentity.accountId`, `key` its `accessKeyId`; a masked
 * key is none.
 */
const TABLE = `
aws-centralized-logging:1 | role | AWSServiceRoleForAmazonSSM | = | StateManagerService | own | | service | no | ssm.amazonaws.com
aws-centralized-logging:2 | service | ssm.amazonaws.com | |  | |  | service | | =
cloud-custodian:1 | person | robot | |  | own | | console | yes |
cloud-custodian:3 | root | root | |  | own | key | console | yes |
cloud-custodian:4 | role | c7nbot | = | HarishAchappa | own | key | role | no |
cloud-custodian:5 | unknown | unknown | |  | |  | |  |
cloud-custodian:6 | person | fake@fakeemail.com | |  | own | |  | no |
cloud-custodian:7 | role | CloudCustodianRole | = | custodian-net-change-encryption | own | | role | no |
cloud-custodian:8 | root | root | |  | own | |  | no |
cloud-custodian:9 | role | DeveloperRole | = | userid | own | | role | no | cloudformation.amazonaws.com
cloud-custodian:11 | person | Jerry | |  | own | key | console | no |
cloud-custodian:14 | person | AWS_DCS_DEV | |  | own | |  | |
cloud-custodian:15 | person | pratyush.mishra@capitalone.com | |  | own | | console | no |
cloud-custodian:16 | role | GR_Dev_Developer | = | Radiant | own | key | role | no |
cloud-custodian:17 | person | c7nbot | |  | own | key | console | no | signin.amazonaws.com
cloud-custodian:18 | root | root | |  | own | |  | | autoscaling.amazonaws.com
cloud-custodian:19 | role | Sandbox_Dev | = | user | own | | role | no |
cloud-custodian:20 | role | c7nbot | = | HarishAchappa | own | key | role | no |
cloud-custodian:24 | role | c7nbot | = | pmuniswamy | own | key | role | no |
cloudtrail-rs:1 | role | pipeline-runner | = | aws-sdk-session-1717171717 | own | key | role | no |
cloudtrail-rs:2 | federated | system:serviceaccount:prod:checkout | |  | |  | web-identity | |
cloudtrail-rs:3 | role | eks-node-group | = | i-0abc123def4567890 | own | key | role | no |
cloudtrail-rs:4 | role | AWSServiceRoleForAmazonEKSNodegroup | = | EKS | own | key | service | no | eks-nodegroup.amazonaws.com
cloudtrail-rs:5 | role | terraform-ci | = | terraform-run-abc123 | own | key | role | no |
cloudtrail-rs:6 | person | break-glass | |  | own | | console | yes |
cloudtrail-rs:7 | role | api-handler-role | = | api-handler | own | key | role | no |
cloudtrail-rs:8 | person | platform-admin | |  | own | key | | yes |
cloudtrail-rs:9 | role | invoker | = | caller | own | key | role | |
cloudtrail-rs:10 | service | monitoring.amazonaws.com | |  | |  | service | | =
cloudtrail-rs:11 | account | 210987654321 | | session | own | |  | |
cloudtrail-rs:12 | role | security-audit | = | secops | own | key | role | yes |
cloudtrail-rs:13 | unknown | unknown | |  | |  | |  |
cloudtrail-rs:14 | root | root | |  | own | |  | |
crowdsec:1 | person | <userName> | |  | own | | console | yes |
crowdsec:7 | person | <userName> | |  | own | |  | |
crowdsec:10 | person | <username> | |  | own | |  | |
crowdsec:12 | role | <username> | = | | own | | role | yes |
crowdsec:13 | person | <userName> | |  | own | | console | yes |
invictus:1 | person | benjamin | |  | own | key | | yes | AWS Internal
invictus:2 | person | benjamin | |  | own | key | | yes |
invictus:19 | person | benjamin | |  | own | key | access-key | |
invictus:50 | person | benjamin | |  | own | key | console | yes | health.amazonaws.com
invictus:83 | person | bert-jan | |  | own | key | access-key | |
invictus:94 | role | stratus-red-team-ec2-get-password-data-role | = | aws-go-sdk-1688990082523310002 | own | key | role | no |
invictus:147 | service | inspector2.amazonaws.com | |  | |  | service | | =
invictus:149 | role | AWSServiceRoleForAmazonInspector2 | = | MandoService2842426183934887787 | own | | service | no | inspector2.amazonaws.com
invictus:154 | service | ec2.amazonaws.com | |  | own | | service | | =
invictus:155 | service | ec2.amazonaws.com | |  | |  | service | | =
invictus:173 | role | stratus-red-team-ec2-steal-credentials-role | = | i-0dbc91f429e48eeed | own | key | instance-profile | no |
invictus:174 | role | stratus-red-team-ec2-steal-credentials-role | = | i-0dbc91f429e48eeed | own | key | instance-profile | no |
invictus:234 | person | bert-jan | |  | own | key | | no | secretsmanager.amazonaws.com
invictus:314 | person | bert-jan | |  | own | key | | no | AWS Internal
invictus:701 | role | stratus-red-team-get-usr-data-role | = | aws-go-sdk-1688990565286187801 | own | key | role | no |
invictus:754 | service | cloudtrail.amazonaws.com | |  | |  | service | | =
invictus:943 | role | stratus-red-team-leave-org-role | = | aws-go-sdk-1688990515440126480 | own | key | role | no |
invictus:955 | role | AWSServiceRoleForAmazonInspector2 | = | MandoService364061179539770931 | own | | service | no | inspector2.amazonaws.com
invictus:1000 | role | stratus-red-team-ec2-enumerate-role | = | i-05c30218156bcc246 | own | key | instance-profile | no |
invictus:1325 | role | stratus-red-team-ec2lui-role-pcccexdthk | = | aws-go-sdk-1688990797103471741 | own | key | role | no |
invictus:1441 | service | secretsmanager.amazonaws.com | |  | own | | service | | =
invictus:1474 | person | bert-jan | |  | own | key | console | yes |
invictus:1732 | role | stratus-red-team-ec2lui-role-wuzemnoeqa | = | aws-go-sdk-1688990966084647983 | own | key | role | no |
invictus:2108 | service | rds.amazonaws.com | |  | |  | service | | =
invictus:2153 | person | bert-jan | |  | own | key | console | yes | health.amazonaws.com
invictus:2180 | role | AWSServiceRoleForRDS | = | SLRManagement | own | | service | no | rds.amazonaws.com
invictus:2272 | person | stratus-red-team-nmfalu-gfjyeaypjt | |  | own | | console | no |
invictus:2424 | person | bert-jan | |  | own | key | | yes | AWS Internal
invictus:2439 | person | bert-jan | |  | own | | console | |
invictus:2440 | person | bert-jan | |  | own | | console | yes |
invictus:2448 | service | rolesanywhere.amazonaws.com | |  | |  | service | | =
invictus:2488 | person | bert-jan | |  | own | key | console | yes |
invictus:2601 | service | lambda.amazonaws.com | |  | |  | service | | =
opensearch-catalog:1 | role | AwsSecurityAudit | = | Palisade-UDD | own | | role | no |
opensearch-catalog:5 | role | AWSServiceRoleForConfig | = | ElasticLoadBalancingDescribeHandlerSession | own | key | service | no | config.amazonaws.com
opensearch-catalog:7 | service | config.amazonaws.com | |  | |  | service | | =
opensearch-catalog:8 | role | LogHub-Pipe-bfe64-S3toOpenSearchStackSenderLambdaR-UNR6O2WK9FTV | = | LogHub-Pipe-bfe64-S3toOpenSearchStacklogSenderFnEB-tm2bztjl5WTH | own | key | role | no | AWS Internal
opensearch-catalog:9 | role | AWSServiceRoleForConfig | = | EC2DescribeHandlerSession | own | | service | no | config.amazonaws.com
opensearch-catalog:13 | role | AWSServiceRoleForAppSync | = | xray-daemon-1638481888699734314 | own | key | service | no | appsync.amazonaws.com
opensearch-catalog:15 | role | CloudTrailLog-CloudTrailLogPipelineLogProcessorRol-LMN03K1C37JK | = | CloudTrailLog-CloudTrailLogPipelineLogProcessorFnE-Pkgt7cmJfhQj | own | key | role | no | AWS Internal
opensearch-catalog:18 | role | AWSServiceRoleForAppSync | = | xray-daemon-1638482156450755254 | own | key | service | no | appsync.amazonaws.com
opensearch-catalog:19 | role | LogHub-Pipe-3a2ac-CWtoOpenSearchStackCWDestination-1WCPOGLE1YLYQ | = | c95c6bcfe9033cfff4d3d0c295caf16e | own | key | role | no | logs.amazonaws.com
opensearch-catalog:21 | role | AWSServiceRoleForConfig | = | AWSConfig-Describe | own | key | service | no | AWS Internal
opensearch-catalog:23 | role | LogHub-LogHubInstanceMetaAPIInstanceAgentStatusHan-1MBVWRVD11MZY | = | LogHub-LogHubInstanceMetaAPIInstanceAgentStatusHan-czSef9qts2To | own | key | role | no |
opensearch-catalog:26 | role | AWSServiceRoleForConfig | = | SNSDescribeHandlerSession | own | key | service | no | config.amazonaws.com
opensearch-catalog:45 | role | AWSServiceRoleForAutoScaling | = | AutoScaling | own | | service | no | autoscaling.amazonaws.com
opensearch-catalog:48 | service | appsync.amazonaws.com | |  | |  | service | | =
opensearch-catalog:817 | role | ELBLog-S3LogPipelineLogProcessorRole936908BA-S40GB8UQ7G29 | = | ELBLog-S3LogPipelineLogProcessorFn5D71CFC7-f1LIWSB7QAoA | own | key | role | no |
opensearch-catalog:824 | role | LogHub-Pipe-3a2ac-CWtoOpenSearchStackSenderLambdaR-UYQTSAAR6D2K | = | awslambda_282_20211202220456968 | own | key | role | no | AWS Internal
opensearch-catalog:834 | service | autoscaling.amazonaws.com | |  | |  | service | | =
opensearch-catalog:845 | role | AWSServiceRoleForConfig | = | ElasticLoadBalancingDescribeHandlerSession | own | key | service | no | config.amazonaws.com
opensearch-catalog:863 | role | LogHub-LogHubInstanceMetaAPIInstanceAgentStatusHan-1MBVWRVD11MZY | = | LogHub-LogHubInstanceMetaAPIInstanceAgentStatusHan-czSef9qts2To | own | key | role | no |
opensearch-catalog:885 | role | AWSServiceRoleForAutoScaling | = | AutoScaling | own | | service | no | autoscaling.amazonaws.com
plaso:1 | person | fakeusername | |  | own | | console | no |
plaso:4 | service | ec2.amazonaws.com | |  | own | | service | | =
stratus-red-team:1 | role | stratus-red-team-ec2-get-password-data-role | = | aws-go-sdk-1722375070115152000 | own | key | role | no |
stratus-red-team:31 | person | christophe | |  | own | key | access-key | |
stratus-red-team:35 | person | christophe | |  | own | key | access-key | |
stratus-red-team:40 | role | stratus-red-team-ec2-steal-credentials-role | = | i-786a3A8B5C0d92eF4 | own | key | instance-profile | no |
stratus-red-team:80 | person | christophe | |  | own | key | access-key | |
stratus-red-team:121 | role | stratus-red-team-leave-org-role | = | aws-go-sdk-1722587398902687000 | own | key | role | no |
stratus-red-team:124 | role | stratus-red-team-get-usr-data-role | = | aws-go-sdk-1722455550269043000 | own | key | role | no |
stratus-red-team:143 | role | stratus-red-team-ec2lui-role-idtzskbvtd | = | aws-go-sdk-1722511821294449000 | own | key | role | no |
stratus-red-team:270 | role | test-role | = | cli | own | key | role | no |
stratus-red-team:285 | person | stratus-red-team-nmfalu-jfzdtsvchl | |  | own | | console | no |
stratus-red-team:289 | person | randomca0L529zwNAY@gmail.com | AWSReservedSSO_account-admin_599c9e90e350d2ff | = | own | key | sso | no |
stratus-red-team:308 | person | stratus-red-team-user-federation-user | |  | own | key | access-key | |
stratus-red-team:309 | federated | stratus_red_team | |  | own | key | session-token | no |
streamalert:1 | unknown | userName | |  | own | |  | |
streamalert:3 | unknown | unknown | |  | |  | |  |
streamalert:4 | role | ... | = | | own | | role | |
streamalert:7 | unknown | ... | |  | own | |  | yes |
streamalert:22 | person | test | |  | own | key | | yes |
streamalert:44 | role | roleName | = | | own | | role | |
streamalert:49 | root | root | |  | own | | console | yes |
streamalert:50 | root | root | |  | own | | console | yes | signin.amazonaws.com
techcadia:1 | person | first.last | |  | own | key | console | yes | signin.amazonaws.com
techcadia:2 | role | Administrator-SSO | = | first.last@example.com | own | key | role | no |
techcadia:3 | person | splunk | |  | own | key | access-key | |
techcadia:4 | person | first.last | |  | own | key | console | no | signin.amazonaws.com
traildiscover:1 | person | TrailDiscover | |  | own | | access-key | |
traildiscover:2 | person | AdanAlvarez | AWSReservedSSO_AdministratorAccess_38ed609eee440095 | = | own | | sso | no |
traildiscover:3 | person | AdanAlvarez | AWSReservedSSO_AdministratorAccess_1b74cd717d47002b | = | own | | sso | |
traildiscover:4 | person | AdanAlvarez | AWSReservedSSO_AdministratorAccess_2276cacebc31d3eb | = | own | | sso | no |
traildiscover:45 | person | janedoe | |  | own | | console | no | signin.amazonaws.com
traildiscover:63 | person | AdanAlvarez | AWSReservedSSO_ReadOnlyAccess_ff7f8c5c5851db50 | = | own | | sso | no |
traildiscover:69 | person | TrailDiscover | AWSReservedSSO_ReadOnlyAccess_ff7f8c5c5851aa11 | = | own | | sso | no |
traildiscover:78 | person | abc@abc.com | AWSReservedSSO_AdministratorAccess_c2************** | = | own | | sso | no |
traildiscover:134 | person | AdanAlvarez | AWSReservedSSO_AdministratorAccess_1b74cd717d47002b | = | own | | sso | no | rds.amazonaws.com
traildiscover:271 | person | User | AWSReservedSSO_ReadOnlyAccess_ff7f8c5c5851aa00TrailDiscover | = | own | | sso | no |
traildiscover:281 | person | AdanAlvarez | AWSReservedSSO_AdministratorAccess_1b74cd717d47002b | = | own | | sso | no |
traildiscover:294 | person | AdanAlvarez | AWSReservedSSO_AdministratorAccess_1b74cd717d47002b | = | own | | sso | no | bedrock.amazonaws.com
traildiscover:306 | person | TrailDiscover | AWSReservedSSO_AdministratorAccess_6c63ce732f555555 | = | own | | sso | no |
traildiscover:439 | person | UserName | AWSReservedSSO_AdministratorAccess_******** | = | own | | sso | no |
umccr:1 | person | Level6 | |  | own | key | access-key | |
umccr:116 | person | Level6 | |  | own | key | | no | apigateway.amazonaws.com
umccr:186 | person | Alice | |  | own | |  | |
umccr:188 | person | Alice | |  | own | | console | no |
umccr:189 | role | MyRole | = | role-session | own | key | role | no |
umccr:190 | service | AWS Internal | |  | |  | service | | =
umccr:191 | person | Administrator | |  | own | key | console | no | signin.amazonaws.com
umccr:192 | person | Alice | |  | own | key | access-key | |
umccr:193 | role | AppRole | = | app-session | own | key | role | no |
umccr:194 | person | Mary | |  | own | key | | no |
umccr:196 | person | Mary_Major | |  | own | key | | no |
umccr:197 | role | Admin | = | console-session | own | key | role | yes |
umccr:198 | role | Admin | = | Role-Session-Name | own | | role | no |
umccr:199 | person | Alice | |  | own | key | | yes |
umccr:202 | service | s3.amazonaws.com | |  | |  | service | | =
umccr:205 | role | WebIdentityRole | = | federated-session | own | key | web-identity | no |
umccr:206 | person | user@example.com | AWSReservedSSO_ReadOnly_abcdef012345 | = | own | key | sso | no |
`;

/** What few records tell: where the event stands, the member of `Party`, and where in the record its value is. */
export const RARE_FACTS: readonly (readonly [place: string, fact: keyof Party, paths: readonly string[]])[] =
  [
    ["cloudtrail-rs:2", "provider", ["userIdentity.identityProvider"]],
    ["cloudtrail-rs:1", "roleArn", ["userIdentity.sessionContext.sessionIssuer.arn"]],
    ["stratus-red-team:309", "user", ["userIdentity.sessionContext.sessionIssuer.userName"]],
    ["umccr:205", "provider", ["userIdentity.sessionContext.webIdFederationData.federatedProvider"]],
    ["umccr:205", "sourceIdentity", ["userIdentity.sessionContext.sourceIdentity"]],
    [
      "umccr:206",
      "onBehalfOf",
      ["userIdentity.onBehalfOf.identityStoreArn", "userIdentity.onBehalfOf.userId"],
    ],
    ["umccr:206", "inScopeOf", ["userIdentity.inScopeOf.sourceArn"]],
  ];

export type RealPrincipal = Pick<Party, "kind" | "name" | "role" | "session" | "signIn" | "mfa" | "via"> & {
  readonly place: string;
  readonly hasAccount: boolean;
  readonly hasKey: boolean;
};

export const REAL_PRINCIPALS: readonly RealPrincipal[] = TABLE.trim().split("\n").map(readRow);

function readRow(row: string): RealPrincipal {
  const cells = row.split("|").map((cell) => cell.trim());
  const [place = "", kind, name = "", role, session, account, key, signIn, mfa, via] = cells;
  const text = (cell: string | undefined) => (cell === "=" ? name : cell || null);
  return {
    place,
    kind: kind as Party["kind"],
    name,
    role: text(role),
    session: text(session),
    hasAccount: account === "own",
    hasKey: key === "key",
    signIn: text(signIn) as Party["signIn"],
    mfa: mfa === "yes" ? true : mfa === "no" ? false : null,
    via: text(via),
  };
}
