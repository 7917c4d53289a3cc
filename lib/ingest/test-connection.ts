import { describeIdentity, type Identity } from "#lib/aws/describe-identity.ts";
import { createS3Store, type S3Store } from "#lib/aws/s3-store.ts";
import { mapParallel } from "#lib/base/map-parallel.ts";
import type { S3SourceSettings } from "#lib/db/sources/source.ts";
import { type BucketInput, bucketSettings } from "#lib/ingest/bucket-input.ts";
import { type Discovery, discover, type SetAside } from "#lib/ingest/discover.ts";
import { type DailyLoad, type Estimate, estimateDaily, estimateRanges } from "#lib/ingest/estimate.ts";
import { probeStream, type StreamProbe } from "#lib/ingest/probe-stream.ts";
import type { Stream } from "#lib/ingest/stream.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

export type ConnectionReport = {
  /** As the source will be called: `s3://bucket/prefix`. */
  readonly name: string;
  /** Who AWS takes us for; null where that cannot be told (another S3 server). */
  readonly identity: Identity | null;
  /** The bucket's own region. */
  readonly region: string | null;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly streams: number;
  /** Of these, how many were looked into for days and sizes. */
  readonly probed: number;
  /** Log objects beside the streams. */
  readonly strays: number;
  readonly setAside: readonly SetAside[];
  /** What was not looked into folder by folder, as a sentence. */
  readonly limit: string | null;
  /** First and last day of delivery, `YYYY-MM-DD`, of what was looked into; null where the keys tell no day. */
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly daily: DailyLoad | null;
  /** Empty where `daily` is null. */
  readonly estimates: readonly Estimate[];
};

export type ConnectionTestOptions = {
  /** A person waits: what is not found by then is left to the run. */
  readonly timeLimitMs?: number;
  readonly now?: number;
};

const TIME_LIMIT = 20_000;
/** Streams looked into; their mean stands for the others. */
const MOST_PROBES = 24;
const PROBES_AT_ONCE = 8;
const PATIENCE = { connectTimeoutMs: 5_000, idleTimeoutMs: 10_000, attempts: 2 };

/**
 * Looks at a bucket as a run would, within 20 seconds: can it be reached and listed, what is in it, how much
 * would come. Loads nothing. Throws Failure with what to do about it, the IAM policy where access is denied.
 */
export async function testConnection(
  input: BucketInput,
  signal: AbortSignal,
  { timeLimitMs = TIME_LIMIT, now = Date.now() }: ConnectionTestOptions = {},
): Promise<ConnectionReport> {
  const { name, settings } = bucketSettings(input);
  const deadline = AbortSignal.timeout(timeLimitMs);
  const limited = AbortSignal.any([signal, deadline]);
  const store = createS3Store(settings, { prefix: settings.prefix, patience: PATIENCE });
  try {
    const [identity, discovery] = await Promise.all([
      describeIdentity(settings, limited),
      discover(store, settings.prefix, limited).catch((error: unknown) => {
        throw deadline.aborted && !signal.aborted ? tooSlow(settings, timeLimitMs) : error;
      }),
    ]);
    const probes = await probe(store, discovery.streams, limited);
    if (signal.aborted) throw new Failure("cancelled", "The test was cancelled.");
    return { name, identity, region: store.region(), ...summarise(discovery, probes, now) };
  } finally {
    store.close();
  }
}

/** Looks into some streams, spread over all; what is not known when time is up is left out. */
async function probe(
  store: S3Store,
  streams: readonly Stream[],
  signal: AbortSignal,
): Promise<readonly StreamProbe[]> {
  const step = Math.max(1, streams.length / MOST_PROBES);
  const chosen = Array.from({ length: Math.min(streams.length, MOST_PROBES) }, (_, index) =>
    streams.at(Math.floor(index * step)),
  ).filter((stream) => stream !== undefined);
  const probes = await mapParallel(chosen, PROBES_AT_ONCE, (stream) =>
    probeStream(store, stream, signal).catch((error: unknown) => {
      if (isFailure(error, "cancelled")) return null;
      throw error;
    }),
  );
  return probes.filter((each) => each !== null);
}

function summarise(discovery: Discovery, probes: readonly StreamProbe[], now: number) {
  const { streams, strays, setAside, limit, accounts, regions } = discovery;
  const days = probes.flatMap(({ oldest, newest }) => [oldest, newest]).filter((day) => day !== null);
  const oldest = days.toSorted()[0] ?? null;
  const daily = estimateDaily(probes, streams.length);
  return {
    accounts,
    regions,
    streams: streams.length,
    probed: probes.length,
    strays: strays.length,
    setAside,
    limit,
    oldest,
    newest: days.toSorted().at(-1) ?? null,
    daily,
    estimates: daily === null || oldest === null ? [] : estimateRanges(daily, oldest, now),
  };
}

function tooSlow({ bucket, prefix }: S3SourceSettings, timeLimitMs: number): Failure {
  return new Failure(
    "unreachable",
    `s3://${bucket}/${prefix} could not be looked through within ${Math.round(timeLimitMs / 1000)} s.`,
    {
      remedy:
        "Give a longer prefix, as near to AWSLogs/ as you can, or start without the test: a run has no such limit.",
    },
  );
}
