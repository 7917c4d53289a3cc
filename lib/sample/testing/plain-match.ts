import type { SampleRecord } from "#lib/sample/testing/records.ts";

/**
 * The few forms of the query language that the stories use, read in the plainest way and without the product's
 * own search: `field:value`, `*`, `-`, and bare words. Anything else is an error.
 */
export function plainMatch(q: string, record: SampleRecord): boolean {
  return q.split(" ").every((term) => {
    const isNot = term.startsWith("-");
    return matchTerm(isNot ? term.slice(1) : term, record) !== isNot;
  });
}

function matchTerm(term: string, record: SampleRecord): boolean {
  const colon = term.indexOf(":");
  const text = JSON.stringify(record);
  if (colon === -1) return text.includes(term);
  const value = term.slice(colon + 1);
  const equals = (found: unknown) => wildcard(value).test(typeof found === "string" ? found : "");
  const identity = record.userIdentity;
  switch (term.slice(0, colon)) {
    case "event":
      return equals(record.eventName);
    case "account":
      return equals(record.recipientAccountId);
    case "region":
      return equals(record.awsRegion);
    case "identity":
      return equals(identity["type"]);
    case "key":
      return equals(identity["accessKeyId"]);
    case "session":
      return equals(String(identity["arn"]).split("/").at(-1));
    case "ip":
      return value.endsWith(".0/24")
        ? record.sourceIPAddress.startsWith(value.slice(0, -4))
        : equals(record.sourceIPAddress);
    case "outcome":
      return value === "denied" && /AccessDenied|UnauthorizedOperation/.test(record.errorCode ?? "");
    case "resource":
      return stringsIn([record.requestParameters, record.responseElements, record["resources"]]).some(equals);
    default:
      throw new Error(`plainMatch cannot read ${term}`);
  }
}

function wildcard(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
