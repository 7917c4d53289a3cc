import type { Arn } from "#lib/cloudtrail/arn.ts";
import { ARN_TYPES } from "#lib/cloudtrail/arn-types.ts";
import { MORE_ARN_TYPES } from "#lib/cloudtrail/arn-types-more.ts";

const BY_SERVICE: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  [...Object.entries(ARN_TYPES), ...Object.entries(MORE_ARN_TYPES)].map(([service, words]) => [
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
      return resource.includes(":") ? "AWS::SNS::Subscription" : "AWS::SNS::Topic";
    case "apigateway":
      if (/^\/apis\/[^/]/.test(resource)) return "AWS::ApiGatewayV2::Api";
      return /^\/restapis\/[^/]/.test(resource) ? "AWS::ApiGateway::RestApi" : null;
    case "appsync":
      return /^\/?(?:v1\/)?apis\/[^/]/.test(resource) ? "AWS::AppSync::GraphQLApi" : null;
    case "appmesh":
      return typeOfMesh(resource);
    case "wafv2":
      return WAF_KINDS.get(resource.split("/")[1] ?? "") ?? null;
    case "logs":
      return resource.includes(":log-stream:") ? "AWS::Logs::LogStream" : undefined;
    case "elasticloadbalancing":
      // Classic load balancers have a name alone, the others `app/name/id`.
      return /^loadbalancer\/[^/]+$/.test(resource) ? "AWS::ElasticLoadBalancing::LoadBalancer" : undefined;
    case "emr-serverless":
      return resource.startsWith("/applications/") ? "AWS::EMRServerless::Application" : null;
    case "grafana":
      return resource.startsWith("/workspaces/") ? "AWS::Grafana::Workspace" : null;
    case "signer":
      return resource.startsWith("/signing-profiles/") ? "AWS::Signer::SigningProfile" : null;
    default:
      return NAME_ONLY.get(service);
  }
}

/** `mesh/m1/virtualNode/n1`: each part of a mesh names its kind. */
function typeOfMesh(resource: string): string | null {
  const parts = resource.split("/");
  const kind = parts[parts.length - 2] ?? "";
  return /^[a-z][A-Za-z]+$/.test(kind)
    ? `AWS::AppMesh::${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
    : null;
}
