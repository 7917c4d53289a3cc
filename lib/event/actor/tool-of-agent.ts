/**
 * The tool that a user agent speaks of, so that a hundred versions of one client are one line. A user agent is
 * whatever the caller wrote: a claim, no proof.
 */

/** The first that fits wins: tools that are built on an SDK name it as well, and stand before it. */
const TOOLS: readonly (readonly [tool: string, pattern: RegExp])[] = [
  ["Terraform", /terraform/i],
  ["Pulumi", /pulumi/i],
  ["AWS CDK", /aws-cdk|\bcdk\//i],
  ["Packer", /packer/i],
  ["Ansible", /ansible/i],
  ["Cloud Custodian", /cloud[- ]?custodian|c7n/i],
  ["Prowler", /prowler/i],
  ["Steampipe", /steampipe/i],
  ["Vault", /\bvault\b(?!-)/i],
  ["aws-vault", /aws-vault/i],
  ["eksctl", /eksctl/i],
  ["Kubernetes", /kubernetes|kubelet|cluster-autoscaler|karpenter|aws-iam-authenticator/i],
  ["Datadog", /datadog/i],
  ["Grafana", /grafana/i],
  ["rclone", /rclone/i],
  ["Cyberduck", /cyberduck/i],
  ["S3 Browser", /s3 browser/i],
  ["AWS Tools for PowerShell", /powershell/i],
  ["AWS CLI", /aws-cli/i],
  ["AWS Console", /^(?:console|signin)\.amazonaws\.com|aws-console|s3console|awsconsole/i],
  ["AWS service", /^(?:aws[- ]internal|[\w.-]+\.amazonaws\.com(?:\.cn)?$)/i],
  ["boto3", /boto3/i],
  ["botocore", /botocore|^boto\//i],
  ["AWS SDK for Go", /aws-sdk-go/i],
  ["AWS SDK for Java", /aws-sdk-java/i],
  ["AWS SDK for JavaScript", /aws-sdk-(?:js|nodejs|react)/i],
  ["AWS SDK for .NET", /aws-sdk-(?:dotnet|net)/i],
  ["AWS SDK for PHP", /aws-sdk-php/i],
  ["AWS SDK for Ruby", /aws-sdk-ruby/i],
  ["AWS SDK for Rust", /aws-sdk-rust/i],
  ["AWS SDK for C++", /aws-sdk-cpp/i],
  ["AWS SDK for Kotlin", /aws-sdk-kotlin/i],
  ["AWS SDK for Swift", /aws-sdk-swift/i],
  ["Browser", /^\[?mozilla\/|^\[?opera\//i],
  ["curl", /^\[?curl\//i],
  ["Python", /python-requests|python-urllib|aiohttp/i],
  ["Go program", /^\[?go-http-client/i],
  ["AWS SDK", /aws-sdk/i],
];

/** What no rule knows. */
const OTHER_TOOL = "Other";

/** The name of the tool; `OTHER_TOOL` for what no rule knows. */
export function toolOfAgent(agent: string): string {
  return TOOLS.find(([, pattern]) => pattern.test(agent))?.[0] ?? OTHER_TOOL;
}
