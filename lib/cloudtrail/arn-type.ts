import type { Arn } from "#lib/cloudtrail/arn.ts";
import { ARN_TYPES } from "#lib/cloudtrail/arn-types.ts";
import { MORE_ARN_TYPES } from "#lib/cloudtrail/arn-types-more.ts";
import { REST_OF_ARN_TYPES } from "#lib/cloudtrail/arn-types-rest.ts";

const BY_SERVICE: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  [ARN_TYPES, MORE_ARN_TYPES, REST_OF_ARN_TYPES]
    .flatMap(Object.entries)
    .map(([service, words]) => [
      service,
      new Map(Object.entries(words).map(([word, type]) => [word, `AWS::${type}`])),
    ]),
);

/** Resources whose ARN holds nothing but their name. */
const NAME_ONLY: ReadonlyMap<string, string> = new Map([
  ["sqs", "AWS::SQS::Queue"],
  ["codecommit", "AWS::CodeCommit::Repository"],
  ["codepipeline", "AWS::CodePipeline::Pipeline"],
]);

const WAF_KINDS: ReadonlyMap<string, string> = new Map([
  ["webacl", "AWS::WAFv2::WebACL"],
  ["ipset", "AWS::WAFv2::IPSet"],
  ["rulegroup", "AWS::WAFv2::RuleGroup"],
  ["regexpatternset", "AWS::WAFv2::RegexPatternSet"],
]);

/** The type of the thing that an ARN names, `AWS::Service::Kind`; null where it is not known. */
export function typeOfArn(arn: Arn): string | null {
  const special = typeOfSpecial(arn);
  if (special !== undefined) return special;
  const end = arn.resource.search(/[/:]/);
  const word = end < 0 ? arn.resource : arn.resource.slice(0, end);
  return BY_SERVICE.get(arn.service)?.get(word) ?? null;
}

/** Services whose ARNs do not begin with the word for the kind, or tell more in what follows; undefined for others. */
function typeOfSpecial({ service, account, resource }: Arn): string | null | undefined {
  switch (service) {
    case "s3":
      if (account !== "") return undefined;
      return resource.includes("/") ? "AWS::S3::Object" : "AWS::S3::Bucket";
    case "sns":
      if (resource.startsWith("app/")) return "AWS::SNS::PlatformApplication";
      return resource.includes(":") ? "AWS::SNS::Subscription" : "AWS::SNS::Topic";
    case "apigateway":
      return typeOfApi(resource.split("/"));
    case "appsync":
      return lastKind(resource, APPSYNC_KINDS);
    case "guardduty":
      return lastKind(resource, GUARDDUTY_KINDS);
    case "appmesh":
      return typeOfMesh(resource);
    case "wafv2":
      return WAF_KINDS.get(resource.split("/")[1] ?? "") ?? null;
    case "logs":
      // A group's own ARN may end in an empty stream.
      return /:log-stream:./.test(resource) ? "AWS::Logs::LogStream" : undefined;
    case "elasticloadbalancing":
      // Classic load balancers have a name alone, the others `app/name/id`.
      return /^loadbalancer\/[^/]+$/.test(resource) ? "AWS::ElasticLoadBalancing::LoadBalancer" : undefined;
    case "servicequotas":
      return /^[a-z0-9-]+\/L-/.test(resource) ? "AWS::ServiceQuotas::Quota" : null;
    case "emr-containers":
    case "emr-serverless":
    case "grafana":
    case "signer":
    case "inspector2":
      return lastKind(resource, SLASHED_KINDS) ?? undefined;
    default:
      return NAME_ONLY.get(service);
  }
}

const APPSYNC_KINDS: ReadonlyMap<string, string> = new Map([
  ["apis", "AWS::AppSync::GraphQLApi"],
  ["datasources", "AWS::AppSync::DataSource"],
  ["functions", "AWS::AppSync::FunctionConfiguration"],
  ["resolvers", "AWS::AppSync::Resolver"],
]);

const GUARDDUTY_KINDS: ReadonlyMap<string, string> = new Map([
  ["detector", "AWS::GuardDuty::Detector"],
  ["filter", "AWS::GuardDuty::Filter"],
  ["ipset", "AWS::GuardDuty::IPSet"],
  ["malware-protection-plan", "AWS::GuardDuty::MalwareProtectionPlan"],
  ["publishingDestination", "AWS::GuardDuty::PublishingDestination"],
  ["threatintelset", "AWS::GuardDuty::ThreatIntelSet"],
]);

/** ARNs that begin with a slash, or with their owner. */
const SLASHED_KINDS: ReadonlyMap<string, string> = new Map([
  ["applications", "AWS::EMRServerless::Application"],
  ["filter", "AWS::InspectorV2::Filter"],
  ["signing-profiles", "AWS::Signer::SigningProfile"],
  ["virtualclusters", "AWS::EMRContainers::VirtualCluster"],
  ["workspaces", "AWS::Grafana::Workspace"],
]);

/** `detector/d1/ipset/i1`: kinds and names by turns, of which the last that has a name counts. */
function lastKind(resource: string, kinds: ReadonlyMap<string, string>): string | null {
  const parts = resource.split("/");
  for (let at = parts.length - 2; at >= 0; at--) {
    const type = kinds.get(parts[at] ?? "");
    if (type !== undefined && parts[at + 1] !== "") return type;
  }
  return null;
}

const REST_KINDS: ReadonlyMap<string, string> = new Map([
  ["apikeys", "ApiKey"],
  ["authorizers", "Authorizer"],
  ["clientcertificates", "ClientCertificate"],
  ["deployments", "Deployment"],
  ["domainnames", "DomainName"],
  ["integrations", "Integration"],
  ["models", "Model"],
  ["resources", "Resource"],
  ["routes", "Route"],
  ["stages", "Stage"],
  ["usageplans", "UsagePlan"],
  ["vpclinks", "VpcLink"],
]);

/** `/restapis/a1/stages/prod` and `/apis/a1/routes/r1`: what an API holds, or the API itself. */
function typeOfApi([, root = "", id = "", part = "", name = ""]: readonly string[]): string | null {
  if (id === "") return null;
  if (root !== "restapis" && root !== "apis") {
    const kind = REST_KINDS.get(root);
    return kind === undefined ? null : `AWS::ApiGateway::${kind}`;
  }
  const make = root === "apis" ? "AWS::ApiGatewayV2" : "AWS::ApiGateway";
  const kind = name === "" ? undefined : REST_KINDS.get(part);
  return `${make}::${kind ?? (root === "apis" ? "Api" : "RestApi")}`;
}

/** `mesh/m1/virtualNode/n1`: each part of a mesh names its kind. */
function typeOfMesh(resource: string): string | null {
  const parts = resource.split("/");
  const kind = parts[parts.length - 2] ?? "";
  return /^[a-z][A-Za-z]+$/.test(kind)
    ? `AWS::AppMesh::${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
    : null;
}
