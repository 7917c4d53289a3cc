import { plainRead, type ReadCall } from "#lib/sample/records/read-call.ts";

/** Reads of the global services, which are recorded in us-east-1 only. */

const ROLES = [
  "AppServerRole",
  "DatadogIntegrationRole",
  "SecurityAuditRole",
  "TerraformApply",
  "LambdaExecution",
  "EksNodeRole",
];
const POLICIES = ["example-app-boundary", "example-ci-deploy", "example-readonly-logs"];

function aboutRole(name: string): ReadCall {
  return { service: "iam", name, request: (random) => `{"roleName":"${random.pick(ROLES)}"}` };
}

function aboutPolicy(name: string): ReadCall {
  return {
    service: "iam",
    name,
    request: (random, _fleet, place) =>
      `{"policyArn":"arn:aws:iam::${place.account}:policy/${random.pick(POLICIES)}"}`,
  };
}

export const GLOBAL_READS: readonly ReadCall[] = [
  plainRead("iam", "ListRoles", '{"maxItems":100}'),
  plainRead("iam", "ListUsers", '{"maxItems":100}'),
  plainRead("iam", "ListPolicies", '{"scope":"Local","onlyAttached":false}'),
  plainRead("iam", "GetAccountSummary"),
  plainRead("iam", "GetAccountPasswordPolicy"),
  plainRead("iam", "GetCredentialReport"),
  plainRead("iam", "ListVirtualMFADevices", '{"assignmentStatus":"Assigned"}'),
  aboutRole("GetRole"),
  aboutRole("ListAttachedRolePolicies"),
  aboutRole("ListRolePolicies"),
  aboutRole("ListInstanceProfilesForRole"),
  aboutPolicy("GetPolicy"),
  aboutPolicy("ListEntitiesForPolicy"),
  plainRead("cloudfront", "ListDistributions2020_05_31"),
  plainRead("route53", "ListHostedZones", '{"maxitems":"100"}'),
  plainRead("organizations", "DescribeOrganization"),
  plainRead("organizations", "ListAccounts", '{"maxResults":20}'),
  plainRead("support", "DescribeTrustedAdvisorChecks", '{"language":"en"}'),
  plainRead(
    "ce",
    "GetCostAndUsage",
    '{"granularity":"DAILY","metrics":["UnblendedCost"],"groupBy":[{"type":"DIMENSION","key":"SERVICE"}]}',
  ),
];
