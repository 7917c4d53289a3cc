import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { openDatabase } from "#lib/db/database.ts";
import { addBucketSource } from "#lib/ingest/add-source.ts";
import { BucketInput } from "#lib/ingest/bucket-input.ts";
import { startSampleServer } from "#lib/sample/s3-server.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

export type Demo = {
  /** What web and worker need to read from the sample's server. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
};

const SAMPLE = { seed: 1, events: 100_000, days: 30 } as const;

const noted = z.object({ end: z.int() });

/**
 * The settings of a demo: a data folder of its own unless one is named, and never a database of the user's, for
 * invented events have no place there.
 */
export function demoSettings(
  settings: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  return { ...settings, DATABASE_URL: "", WAYMARK_DATA: settings["WAYMARK_DATA"] || ".data/demo" };
}

/** Starts an S3 server that holds the sample trail, and has the trail loaded from it as any bucket would be. */
export async function startDemo(databaseUrl: string, dataFolder: string): Promise<Demo> {
  const trail = sampleTrail({ ...SAMPLE, end: trailEnd(dataFolder, Date.now()) });
  const server = await startSampleServer(trail);
  const db = openDatabase(databaseUrl, 2);
  try {
    const place = { bucket: `s3://${server.bucket}`, region: "us-east-1" };
    await addBucketSource(db, BucketInput.parse({ ...place, endpoint: server.endpoint, pathStyle: true }));
  } finally {
    await db.close();
  }
  // The start page tells the sample's stories, whose times count from its end.
  const env = { ...INVENTED_CREDENTIALS, WAYMARK_SAMPLE_END: String(trail.end) };
  return { env, stop: () => server.stop() };
}

// The server takes any. Empty ones keep the user's own profile and session out of it.
const INVENTED_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: "demo",
  AWS_SECRET_ACCESS_KEY: "demo",
  AWS_SESSION_TOKEN: "",
  AWS_PROFILE: "",
};

/**
 * Where the trail ends, in milliseconds since 1970 UTC: the first demo's start, kept from then on. A trail with
 * another end is another trail, which would tell every story a second time beside the first.
 */
export function trailEnd(dataFolder: string, now: number): number {
  const file = join(dataFolder, "sample.json");
  const known = noted.safeParse(readIfThere(file));
  if (known.success) return known.data.end;
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(file, JSON.stringify({ end: now }));
  return now;
}

function readIfThere(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    // Cut off as it was written: then nothing was loaded yet either.
    if (
      error instanceof SyntaxError ||
      (error instanceof Error && "code" in error && error.code === "ENOENT")
    ) {
      return undefined;
    }
    throw error;
  }
}
