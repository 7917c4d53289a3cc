/**
 * The field catalogue: the one list of what can be asked of an event. The query language, the columns, the
 * facets, the documentation and the command line all read it. Two total maps complete it: one to SQL in
 * lib/db, one to columns in components/event.
 */

/**
 * How a field's values are compared.
 * - `text`: any string
 * - `service`: text, with or without `.amazonaws.com`
 * - `address`: text, and CIDR ranges
 * - `choice`: one of a closed list
 */
export type FieldKind = "text" | "service" | "address" | "choice";

export type Field = {
  /** The short name that people type. */
  readonly id: string;
  /** AWS's own name, accepted as well. */
  readonly awsName: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** True where the explorer offers a list of top values beside the results. */
  readonly facetable: boolean;
  readonly about: string;
  readonly choices?: readonly string[];
};

function text<const Id extends string>(
  id: Id,
  awsName: string,
  label: string,
  about: string,
  facetable = true,
) {
  return { id, awsName, label, kind: "text", facetable, about } as const;
}

export const FIELDS = [
  text("event", "eventName", "Event", "The API call or event, such as StopInstances"),
  {
    id: "service",
    awsName: "eventSource",
    label: "Service",
    kind: "service",
    facetable: true,
    about: "The service called, with or without .amazonaws.com",
  },
  text("actor", "actor", "Who", "Who acted, resolved: a person, role, service, root or account"),
  text("user", "userName", "User", "The person's user name, where the record gives one"),
  text("role", "role", "Role", "The role that was assumed"),
  text("session", "sessionName", "Session", "The role session's name, as its creator claimed it"),
  text("principal", "userIdentity.arn", "Principal", "The caller's ARN", false),
  text("identity", "userIdentity.type", "Identity type", "Root, IAMUser, AssumedRole, AWSService …"),
  text("key", "accessKeyId", "Access key", "The access key that signed the call", false),
  text("via", "userIdentity.invokedBy", "Via service", "The AWS service that called for the actor", false),
  {
    id: "ip",
    awsName: "sourceIPAddress",
    label: "From",
    kind: "address",
    facetable: true,
    about: "The caller's address, a CIDR range, or a service's name",
  },
  text("agent", "userAgent", "User agent", "The client that made the call"),
  text("account", "recipientAccountId", "Account", "The account that received the event"),
  text("region", "awsRegion", "Region", "The region that was called"),
  text("resource", "resources", "Resource", "Any ARN, id or name of a thing that the event touches", false),
  text("resourceType", "resources.type", "Resource type", "Such as AWS::EC2::Instance"),
  text("error", "errorCode", "Error", "The error code, where the call did not succeed"),
  {
    id: "outcome",
    awsName: "outcome",
    label: "Outcome",
    kind: "choice",
    facetable: true,
    about: "Whether the call succeeded, was denied, or failed otherwise",
    choices: ["success", "denied", "failed"],
  },
  {
    id: "readOnly",
    awsName: "readOnly",
    label: "Read or write",
    kind: "choice",
    facetable: true,
    about: "true for calls that only read",
    choices: ["true", "false"],
  },
  text("category", "eventCategory", "Category", "Management, Data, Insight, NetworkActivity, Aggregated"),
  text("id", "eventID", "Event id", "The event's own id", false),
  text("request", "requestID", "Request id", "The id of the request that caused the event", false),
  {
    id: "mfa",
    awsName: "mfaAuthenticated",
    label: "MFA",
    kind: "choice",
    facetable: false,
    about: "Whether the session was opened with a second factor that AWS asked for",
    choices: ["true", "false"],
  },
  text("origin", "origin", "Source", "Which source delivered the event"),
] as const satisfies readonly Field[];

export type FieldId = (typeof FIELDS)[number]["id"];

const byName = new Map<string, Field & { readonly id: FieldId }>(
  FIELDS.flatMap((field) => [
    [field.id.toLowerCase(), field],
    [field.awsName.toLowerCase(), field],
  ]),
);

/**
 * The field of a short or AWS name, without regard to case; undefined for anything else. Of the labels `who` is a name
 * too: `from` is a time, and `source` may be meant for AWS's eventSource.
 */
export function findField(name: string): (Field & { readonly id: FieldId }) | undefined {
  const lower = name.toLowerCase();
  return byName.get(lower === "who" ? "actor" : lower);
}
