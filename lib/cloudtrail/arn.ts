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
 * (`role/service-role/deploy` gives `service-role/deploy`) and its last segment (`deploy`).
 */
export function arnNames({ service, account, resource }: Arn): readonly string[] {
  if (service === "s3" && account === "") {
    const slash = resource.indexOf("/");
    return slash < 0 ? [resource] : [resource, resource.slice(0, slash)];
  }
  const rest = afterType(resource);
  if (service === "logs") return [rest.replace(/:(\*|log-stream:.*)$/, "")];
  // function:name:version, and Secrets Manager's six random characters after the name
  if (service === "lambda") return [rest.split(":")[0] ?? rest];
  if (service === "secretsmanager") return [rest, rest.replace(/-[A-Za-z0-9]{6}$/, "")];
  // A parameter in a hierarchy has a leading slash, which its ARN leaves out.
  if (service === "ssm" && rest.includes("/")) return [rest, `/${rest}`];
  const last = rest.slice(rest.lastIndexOf("/") + 1);
  return last === "" || last === rest ? [rest] : [rest, last];
}

/** True for "all of a kind" (`instance/*`, `*`), which names no thing. */
export function namesNothing({ service, resource }: Arn): boolean {
  // There the first part is no kind but the bucket.
  if (service === "s3") return resource.startsWith("*");
  return /^(?:\*(?:\/\*)?|[^/:]+[/:]\*?)$/.test(resource);
}

/** What follows the type word: after the first `/` or `:`, the whole resource where it has neither. */
function afterType(resource: string): string {
  const at = resource.search(/[/:]/);
  const rest = at < 0 ? "" : resource.slice(at + 1);
  return rest === "" ? resource : rest;
}
