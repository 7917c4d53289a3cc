import { buildApp } from "fauxqs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { putObjects } from "#lib/aws/put-objects.ts";
import type { S3Settings } from "#lib/aws/s3-settings.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";

const app = buildApp({ logger: false });
let settings: S3Settings;

beforeAll(async () => {
  stubAwsEnvironment();
  const endpoint = await app.listen({ host: "127.0.0.1", port: 0 });
  await fetch(`${endpoint}/logs`, { method: "PUT" });
  const rest = { region: "us-east-1", pathStyle: true, profile: null, roleArn: null, externalId: null };
  settings = { bucket: "logs", endpoint, ...rest };
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await app.close();
});

test("writes every object under its key, asking for each only when it can be sent", async () => {
  let made = 0;
  function* objects() {
    for (let index = 0; index < 200; index++) {
      made += 1;
      yield { key: `a/${index}:x.json.gz`, body: new TextEncoder().encode(`body ${index}`) };
    }
  }
  const writing = putObjects(settings, objects());
  await new Promise((resolve) => setImmediate(resolve));
  expect(made).toBeLessThan(100);
  expect(await writing).toBe(200);
  for (const index of [0, 57, 199]) {
    const answer = await fetch(`${settings.endpoint}/logs/${encodeURIComponent(`a/${index}:x.json.gz`)}`);
    expect(await answer.text()).toBe(`body ${index}`);
  }
});

test("throws when the bucket does not exist", async () => {
  const objects = [{ key: "a", body: new Uint8Array(1) }];
  await expect(putObjects({ ...settings, bucket: "none" }, objects)).rejects.toThrow(/bucket/i);
});
