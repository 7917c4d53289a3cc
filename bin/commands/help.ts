/** What `waymark help` says, and `waymark help <command>`. */
export const COMMANDS = ["ingest", "search", "event", "who", "status"] as const;
export type CommandName = (typeof COMMANDS)[number];

export function isCommand(name: string): name is CommandName {
  return COMMANDS.some((command) => command === name);
}

export const OVERVIEW = `Waymark: the whole of AWS CloudTrail, on a machine of yours.

  waymark ingest s3://bucket/prefix       load the logs of a bucket
  waymark ingest lookup --all-regions     load the last 90 days where no trail exists
  waymark ingest ./folder-or-file …       load log files: .json.gz, .json, .jsonl, and .zip of them
  waymark search 'event:StopInstances'    find events
  waymark event <eventID>                 one record, as it was delivered
  waymark who <eventID|key|session>       who is behind it, through every role that was assumed
  waymark status                          sources, jobs, how fresh it all is, the database
  waymark help [command]                  this, or more about a command
  waymark --version

The pages are started with npm start; the commands work beside it and without it. Settings: DATABASE_URL,
WAYMARK_DATA. Exit codes: 0 all went well, 1 something did not, 2 the command cannot be understood.
`;

export const HELP: Readonly<Record<CommandName, string>> = {
  ingest: `waymark ingest s3://bucket/prefix [options]
waymark ingest lookup --region us-east-1 --region eu-west-1 [options]
waymark ingest ./folder-or-file …

Loads log objects that are not loaded yet. Run it again at any time: what is there is not read again.

  --from 2026-10-01      objects delivered from this day on; also now-30d
  --to 2026-10-31        up to this day, which is included
  --region eu-west-1     of the bucket, where it cannot be found out; for lookup, each region to read
  --all-regions          for lookup: every region that the account has enabled
  --endpoint URL         of another S3 server than AWS
  --path-style           URL/bucket in place of bucket.URL
  --profile NAME         of the shared AWS configuration files
  --role-arn ARN         a role to assume
  --external-id ID       for that role
  --full                 list everything again, not only what may be new

A bucket becomes a source: what is not said stays as it was the last time, and an empty value (--from=) takes
a setting back. Credentials are found as the AWS SDK finds them.

lookup reads the last 90 days of management events through CloudTrail's LookupEvents, two calls of 50 events a second
in each region; data events never come this way. It becomes the source lookup://default, or one named after the
profile or the role.

Files become the source files:<folder>, named after the deepest folder that holds all that was given.

Ctrl-C ends the run, and what is loaded stays; pressed again it ends at once. The exit code is 0 only if every object
was loaded or was there already.
`,
  search: `waymark search [query] [options]

  --from now-7d          events from this time on: 2026-11-12, 2026-11-12T14:31:07Z, now-30m, now/d
  --to TIME              events before this time
  --limit 50             how many at most
  --all                  every one, as of one moment
  --order desc           newest first; asc is oldest first
  --format table         or json, ndjson, csv
  --record               with --all and ndjson or json: each event with its record as delivered

The query is the one of the pages (docs/query.md):

  waymark search 'event:StopInstances resource:i-0abc'
  waymark search 'service:iam is:write -role:TerraformApply' --from now-1d
  waymark search 'ip:10.0.0.0/8 outcome:denied' --all --format csv > denied.csv
`,
  event: `waymark event <eventID> [--pretty]

Prints the record with this id, byte for byte as it was delivered, and a line end.

  --pretty               indented; no number, escape or repeated key changes
`,
  who: `waymark who <eventID|key|session> [--json]

Who is behind an event, an access key or a session, through every role that was assumed, in every account that is
loaded. A session is named {principalId}@{creation time}: AROAEXAMPLE:alice@20261112T143107Z.

  --json                 for scripts: as GET /api/who answers

Each step names the event that proves it and how certain it is: exact (the event issued this very key), matched (the
session has that principal and was created in that second) or inferred (nothing else fits).
`,
  status: `waymark status [--json]

Sources, jobs, what is loaded up to when, and the size of the database.

  --json                 for scripts
`,
};
