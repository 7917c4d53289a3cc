// The floor: gunzip and JSON.parse of every object, one after the other on one core, and nothing else.
// Prints one line of JSON.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sampleFolder } from "#bench/sample-folder.ts";

const [root = "", events = ""] = process.argv.slice(2);
const folder = sampleFolder(root, Number(events));
const began = performance.now();
let records = 0;
let rawBytes = 0;
for (const name of folder.objects) {
  const raw = gunzipSync(readFileSync(join(folder.path, name)));
  rawBytes += raw.length;
  records += JSON.parse(raw.toString()).Records.length;
}
process.stdout.write(
  `${JSON.stringify({ seconds: (performance.now() - began) / 1000, records, rawBytes })}\n`,
);
