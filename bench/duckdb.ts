// The peer: DuckDB reads the same objects from disk into a table of columns plus the raw JSON, without an index,
// then answers the same searches. Prints one line of JSON.
import { statSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { FILTERS } from "#bench/filters.ts";
import { percentile, timesOf } from "#bench/measure.ts";
import { sampleFolder } from "#bench/sample-folder.ts";

const [root = "", events = "", file = "", times = "1"] = process.argv.slice(2);
const folder = sampleFolder(root, Number(events));
const instance = await DuckDBInstance.create(file, { threads: "2" });
const connection = await instance.connect();

const COLUMNS = `
  (r->>'$.eventTime')::timestamp as "eventTime", r->>'$.eventID' as "eventID", r->>'$.eventName' as "eventName",
  r->>'$.eventSource' as "eventSource", r->>'$.awsRegion' as "awsRegion", r->>'$.recipientAccountId' as account,
  r->>'$.sourceIPAddress' as ip, r->>'$.userAgent' as agent, r->>'$.errorCode' as error, r->>'$.readOnly' as "readOnly",
  r->>'$.userIdentity.arn' as principal, r->>'$.userIdentity.accessKeyId' as key,
  r->>'$.userIdentity.sessionContext.sessionIssuer.userName' as role, r as raw`;

const began = performance.now();
await connection.run(`
  create table event as select ${COLUMNS} from (
    select unnest("Records") as r
    from read_json('${join(folder.path, "**/*.json.gz")}', columns = {Records: 'JSON[]'}, maximum_object_size = 268435456)
  )`);
await connection.run("checkpoint");
const seconds = (performance.now() - began) / 1000;

for (let copy = 1; copy < Number(times); copy++) {
  await connection.run(
    `insert into event select "eventTime" - interval ${copy * folder.days} day, uuid()::varchar, * exclude ("eventTime", "eventID")
     from (select * from event limit ${Number(events)})`,
  );
}

/** Milliseconds after which no further run of a query is begun. */
const LONG = 3_000;
const queries: Record<string, number> = {};
for (const { name, duckdb } of FILTERS) {
  const query = `select * exclude (raw) from event where ${duckdb} order by "eventTime" desc, "eventID" desc limit 50`;
  queries[name] = percentile(
    await timesOf(async () => void (await connection.runAndReadAll(query)), 9, LONG),
    0.5,
  );
}
/** Eight group-bys and one by hour under each filter: what the facets and the histogram show. */
const FACETS = ["eventName", "eventSource", "principal", "account", "awsRegion", "ip", "error", "agent"];
const summaries: Record<string, number> = {};
for (const { name, duckdb } of FILTERS) {
  const facets = FACETS.map(
    (column) =>
      `select "${column}"::varchar, count(*) from event where ${duckdb} group by 1 order by 2 desc limit 10`,
  );
  const hours = `select date_trunc('hour', "eventTime")::varchar, count(*) from event where ${duckdb} group by 1`;
  // Nine times a look into every record takes minutes, and tells nothing that one look did not.
  if ((queries[name] ?? 0) > LONG) continue;
  const times = await timesOf(
    async () => {
      for (const query of [...facets, hours]) await connection.runAndReadAll(query);
    },
    2,
    LONG,
  );
  summaries[name] = percentile(times, 0.5);
}
const answer = { seconds, diskBytes: statSync(file).size, queries, summaries };
process.stdout.write(`${JSON.stringify(answer)}\n`);
connection.closeSync();
