import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type ObjectToPut, putObjects } from "#lib/aws/put-objects.ts";
import { compressed, type SampleTrail, sampleTrail } from "#lib/sample/sample-trail.ts";
import { STORIES } from "#lib/sample/stories/stories.ts";

/** Writes the sample trail to a folder or a bucket; the last line of its output is JSON with the counts. */

const USAGE = `Usage: npx tsx scripts/write-sample.ts (--out ./folder | --s3 s3://bucket/prefix [--endpoint URL])
  --events N    distinct events, at least 10000 (100000)
  --days N      whole days, at least 10 (30)
  --seed N      same seed, same bytes (1)
  --end TIME    ISO 8601; the trail ends here (now, rounded down to 5 minutes)`;

type Counts = { objects: number; events: number; duplicates: number; bytesRaw: number; bytesGz: number };

class UsageError extends Error {}

function readOptions() {
  const { values } = parseArgs({
    options: {
      events: { type: "string", default: "100000" },
      days: { type: "string", default: "30" },
      seed: { type: "string", default: "1" },
      end: { type: "string" },
      out: { type: "string" },
      s3: { type: "string" },
      endpoint: { type: "string" },
    },
  });
  const end = values.end === undefined ? Date.now() : Date.parse(values.end);
  if (Number.isNaN(end)) throw new UsageError(`--end is not a time: ${values.end}`);
  if ((values.out === undefined) === (values.s3 === undefined))
    throw new UsageError("Name one of --out and --s3.");
  const trail = { seed: Number(values.seed), events: Number(values.events), days: Number(values.days), end };
  return { trail, out: values.out, s3: values.s3, endpoint: values.endpoint };
}

/** Makes the objects one after the other, counting. */
function* objectsOf(trail: SampleTrail, prefix: string, counts: Counts): Iterable<ObjectToPut> {
  for (const object of trail.objects()) {
    const text = object.text();
    const body = compressed({ ...object, text: () => text });
    counts.objects += 1;
    counts.events += object.events;
    counts.duplicates += object.copies;
    counts.bytesRaw += Buffer.byteLength(text);
    counts.bytesGz += body.length;
    yield { key: prefix + object.key, body };
  }
}

function writeToFolder(folder: string, objects: Iterable<ObjectToPut>): void {
  for (const { key, body } of objects) {
    const path = join(folder, key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, body);
  }
}

/** Bucket and prefix of `s3://bucket/prefix`; the prefix ends in `/` or is empty. */
function readS3Address(address: string): { readonly bucket: string; readonly prefix: string } {
  const match = /^s3:\/\/([^/]+)\/?(.*?)\/?$/.exec(address);
  if (match === null) throw new UsageError(`Not an address of a bucket: ${address}`);
  const [, bucket = "", prefix = ""] = match;
  return { bucket, prefix: prefix === "" ? "" : `${prefix}/` };
}

async function main(): Promise<void> {
  const options = readOptions();
  const trail = sampleTrail(options.trail);
  const counts: Counts = { objects: 0, events: 0, duplicates: 0, bytesRaw: 0, bytesGz: 0 };
  const began = performance.now();
  if (options.s3 === undefined) {
    writeToFolder(options.out ?? ".", objectsOf(trail, "", counts));
  } else {
    const { bucket, prefix } = readS3Address(options.s3);
    const endpoint = options.endpoint ?? null;
    const settings = {
      bucket,
      endpoint,
      pathStyle: endpoint !== null,
      region: null,
      profile: null,
      roleArn: null,
      externalId: null,
    };
    await putObjects(settings, objectsOf(trail, prefix, counts));
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const { duplicates, events } = counts;
  const stories = STORIES.map((story) => story.id);
  const summary = { ...counts, distinctEvents: events - duplicates, seconds, stories };
  process.stdout.write(`${JSON.stringify(summary)}\n`);
}

try {
  await main();
} catch (error) {
  const isUsage = error instanceof UsageError || error instanceof RangeError || error instanceof TypeError;
  process.stderr.write(`${isUsage ? `${error.message}\n\n${USAGE}` : String(error)}\n`);
  process.exitCode = isUsage ? 2 : 1;
}
