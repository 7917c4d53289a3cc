import { type FauxqsServer, startFauxqs } from "fauxqs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createS3Store } from "#lib/aws/s3-store.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import { discover } from "#lib/ingest/discover.ts";
import { probeStream } from "#lib/ingest/probe-stream.ts";

const signal = new AbortController().signal;
let server: FauxqsServer;

beforeAll(async () => {
  stubAwsEnvironment();
  server = await startFauxqs({ port: 0, logger: false, host: "127.0.0.1" });
  server.createBucket("logs");
  const region = "AWSLogs/o-abc123def4/111122223333/CloudTrail/eu-west-1/";
  const digest = "AWSLogs/o-abc123def4/111122223333/CloudTrail-Digest/eu-west-1/2026/01/01/d.json.gz";
  const keys = [`${region}2026/01/01/a.json.gz`, `${region}2026/01/02/b.json.gz`, digest, "readme.txt"];
  for (const key of keys) {
    await fetch(`http://127.0.0.1:${server.port}/logs/${key}`, { method: "PUT", body: "four" });
  }
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});

test.each(["", "AWSLogs", "AWSLogs/o-abc123def4/"])(
  "a bucket is searched from the prefix %j",
  async (prefix) => {
    const endpoint = `http://127.0.0.1:${server.port}`;
    const place = { bucket: "logs", region: "us-east-1", endpoint, pathStyle: true };
    const store = createS3Store({ ...place, profile: null, roleArn: null, externalId: null });
    const { streams, setAside, strays } = await discover(store, prefix, signal);
    expect(streams.map(({ account, organization, region }) => [organization, account, region])).toEqual([
      ["o-abc123def4", "111122223333", "eu-west-1"],
    ]);
    expect(setAside.map((aside) => aside.prefix)).toEqual([
      "AWSLogs/o-abc123def4/111122223333/CloudTrail-Digest/",
    ]);
    expect(strays.map(({ key }) => key)).toEqual(prefix === "" ? ["readme.txt"] : []);
    const [stream] = streams;
    expect(stream && (await probeStream(store, stream, signal))).toEqual({
      oldest: "2026-01-01",
      newest: "2026-01-02",
      sample: { day: "2026-01-01", objects: 1, bytes: 4, isWhole: true },
    });
    store.close();
  },
);
