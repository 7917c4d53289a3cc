/** The searches whose first page is measured: rare, common, both at once, negated, partial, free text. */
export type Filter = {
  readonly name: string;
  readonly q: string;
  /** The same for the peer, over its table (bench/duckdb.ts). */
  readonly duckdb: string;
};

const has = (column: string, part: string) => `contains(lower(${column}), '${part}')`;
const raw = (part: string) => has("raw::varchar", part);

export const FILTERS: readonly Filter[] = [
  { name: "everything", q: "", duckdb: "true" },
  { name: "common event", q: "event:DescribeInstances", duckdb: `"eventName" = 'DescribeInstances'` },
  { name: "rare event", q: "event:StopInstances", duckdb: `"eventName" = 'StopInstances'` },
  { name: "absent event", q: "event:NoSuchEvent", duckdb: `"eventName" = 'NoSuchEvent'` },
  { name: "service", q: "service:iam", duckdb: `"eventSource" = 'iam.amazonaws.com'` },
  {
    name: "any of two",
    q: "event:(StartInstances OR StopInstances)",
    duckdb: `"eventName" in ('StartInstances', 'StopInstances')`,
  },
  { name: "writes", q: "is:write", duckdb: `"readOnly" = 'false'` },
  {
    name: "denied",
    q: "is:denied",
    duckdb: `(error ilike '%AccessDenied%' or error ilike '%UnauthorizedOperation%')`,
  },
  { name: "has an error", q: "error:*", duckdb: "error is not null" },
  { name: "region", q: "region:ap-southeast-2", duckdb: `"awsRegion" = 'ap-southeast-2'` },
  { name: "not the common region", q: "-region:eu-west-1", duckdb: `"awsRegion" <> 'eu-west-1'` },
  { name: "role", q: "role:SkeddlyAccess", duckdb: "role = 'SkeddlyAccess'" },
  { name: "session wildcard", q: "session:skeddly-*", duckdb: "principal like '%/skeddly-%'" },
  { name: "address range", q: "ip:203.0.113.0/24", duckdb: "ip like '203.0.113.%'" },
  { name: "agent contains", q: "agent:*terraform*", duckdb: has("agent", "terraform") },
  { name: "instance", q: "resource:i-06b4563a13adfc5a4", duckdb: raw("i-06b4563a13adfc5a4") },
  { name: "free text", q: "skeddly", duckdb: raw("skeddly") },
  {
    name: "raw path",
    q: "requestParameters.force:true",
    duckdb: `(raw->>'$.requestParameters.force') = 'true'`,
  },
  {
    name: "two common at once",
    q: "is:write service:s3",
    duckdb: `"readOnly" = 'false' and "eventSource" = 's3.amazonaws.com'`,
  },
  {
    name: "rare of two common",
    q: "service:ec2 is:denied region:us-east-1",
    duckdb: `"eventSource" = 'ec2.amazonaws.com' and "awsRegion" = 'us-east-1' and (error ilike '%AccessDenied%' or error ilike '%UnauthorizedOperation%')`,
  },
];
