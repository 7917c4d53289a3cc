// A local S3 server that holds the sample folder. Prints its address, and serves until its input ends.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildApp } from "fauxqs";
import { sampleFolder } from "#bench/sample-folder.ts";

const [root = "", events = ""] = process.argv.slice(2);
const folder = sampleFolder(root, Number(events));
const app = buildApp({ logger: false });
const headers = { "content-type": "application/octet-stream" };
await app.inject({ method: "PUT", url: "/bench" });
for (const name of folder.objects) {
  await app.inject({
    method: "PUT",
    url: `/bench/${name}`,
    headers,
    payload: readFileSync(join(folder.path, name)),
  });
}
process.stdout.write(`${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);
process.stdin.on("end", () => process.exit(0)).resume();
