/** A REST API's ARN or that of a part of it, and the API's own. */
const API = /^\/(?:rest)?apis\/[^/]/;
const WHOLE_API = /^\/(?:rest)?apis\/[^/]+$/;

/** The parts of `arn:partition:service:region:account:resource`. The resource may itself hold colons and slashes. */
export type Arn = {
  readonly partition: string;
  readonly service: string;
  readonly account: string;
  readonly resource: string;
};

/** null for text that is no whole ARN. White space never occurs in one up to its resource. */
export function parseArn(text: string): Arn | null {
  if (!text.startsWith("arn:")) return null;
  const partition = text.indexOf(":", 4);
  const service = text.indexOf(":", partition + 1);
  const region = text.indexOf(":", service + 1);
  const account = text.indexOf(":", region + 1);
  if (partition <= 4 || service <= partition + 1 || region < service + 1 || account < region + 1) return null;
  if (account + 1 === text.length) return null;
  return {
    partition: text.slice(4, partition),
    service: text.slice(partition + 1, service),
    account: text.slice(region + 1, account),
    resource: text.slice(account + 1),
  };
}

/**
 * The names by which people look for the thing an ARN names, beside the ARN itself: the part after the type
 * (`role/service-role/deploy` gives `service-role/deploy`) and its last segment (`deploy`). An object is found under
 * its bucket too, a stream of logs under its group, a stage under its API: what is done to them is done to those.
 */
export function arnNames(arn: Arn): readonly string[] {
  const { service, account, resource } = arn;
  const names = ownNames(arn);
  const slash = resource.indexOf("/");
  if (service === "s3" && account === "" && slash >= 0) return [...names, resource.slice(0, slash)];
  if (service === "logs" && resource.includes(":log-stream:")) return [groupName(resource)];
  if (service === "apigateway" && API.test(resource))
    return [...new Set([...names, resource.split("/")[2] ?? ""])];
  return names;
}

/** Those of its names that mean this very thing, and nothing that it is a part of. */
export function ownNames({ service, account, resource }: Arn): readonly string[] {
  if (service === "s3" && account === "") return [resource];
  const rest = afterType(resource);
  const first = rest.split(/[/:]/, 1)[0] ?? rest;
  switch (service) {
    case "logs":
      return resource.includes(":log-stream:") ? [] : [groupName(resource)];
    case "secretsmanager":
      // Six random characters stand after the name.
      return [rest, rest.replace(/-[A-Za-z0-9]{6}$/, "")];
    case "lambda":
    case "cloudformation":
    case "dynamodb":
      // function:name:version, stack/name/id, table/name/stream/time
      return [first];
    case "sns":
      return [resource];
    case "apigateway":
      return WHOLE_API.test(resource) ? [resource.split("/")[2] ?? resource] : [rest, ...lastOf(rest)];
    case "ssm":
      // A parameter in a hierarchy has a leading slash, which its ARN leaves out.
      return rest.includes("/") ? [rest, `/${rest}`] : [rest];
    case "elasticloadbalancing":
    case "wafv2":
      return [rest, ...namesBeforeId(rest)];
    case "ecs":
      return [rest, ...lastOf(rest), ...unversioned(rest)];
    default:
      return [rest, ...lastOf(rest)];
  }
}

/** The name in `app/web/50dc6c495c0c9188`, `web/73e2d6bc24d8a067` and `webacl/main/a1b2c3d4-…`. */
function namesBeforeId(rest: string): readonly string[] {
  const parts = rest.split("/");
  const name = parts[parts.length - 2];
  return name === undefined || parts.length > 3 ? lastOf(rest) : [name];
}

function lastOf(rest: string): readonly string[] {
  const last = rest.slice(rest.lastIndexOf("/") + 1);
  return last === "" || last === rest ? [] : [last];
}

/** A task definition of any revision. */
function unversioned(rest: string): readonly string[] {
  const name = rest.replace(/:\d+$/, "");
  return name === rest ? [] : [name];
}

function groupName(resource: string): string {
  return afterType(resource).replace(/:(\*|log-stream:.*)$/, "");
}

/** True for "all of a kind" (`instance/*`, `*`, `/restapis`), which names no thing. */
export function namesNothing({ service, resource }: Arn): boolean {
  // There the first part is no kind but the bucket.
  if (service === "s3") return resource.startsWith("*");
  // Streams of any group.
  if (service === "logs" && resource.startsWith("log-group::")) return true;
  return /^(?:\*(?:\/\*)?|[^/:]+[/:]\*?|\/[^/]*)$/.test(resource);
}

/** What follows the type word: after the first `/` or `:`, the whole resource where it has neither. */
function afterType(resource: string): string {
  const at = resource.search(/[/:]/);
  const rest = at < 0 ? "" : resource.slice(at + 1);
  return rest === "" ? resource : rest;
}
