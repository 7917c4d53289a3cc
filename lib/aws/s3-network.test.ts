import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { S3Settings } from "#lib/aws/s3-settings.ts";
import { createS3Store } from "#lib/aws/s3-store.ts";
import {
  type Answer,
  type AnsweringServer,
  answerError,
  answerList,
  startAnsweringServer,
} from "#lib/aws/testing/answering-server.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import { failureOf } from "#lib/aws/testing/failure-of.ts";
import { logsBucket } from "#lib/aws/testing/logs-bucket.ts";
import { KEY, listBucket, OBJECT, readObject } from "#lib/aws/testing/read-bucket.ts";

const signal = new AbortController().signal;

let server: AnsweringServer | null = null;

beforeEach(() => stubAwsEnvironment());
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.stop();
  server = null;
});

async function serve(answer: Answer): Promise<S3Settings> {
  server = await startAnsweringServer(answer);
  return logsBucket(server.endpoint);
}

describe("a bad network", () => {
  test("a busy server is asked again", async () => {
    let asked = 0;
    const settings = await serve((_, response) => {
      asked += 1;
      return asked < 3
        ? answerError(response, 503, "SlowDown")
        : answerList(response, [{ key: "AWSLogs/a" }]);
    });
    expect((await listBucket(settings)).objects).toHaveLength(1);
  }, 30_000);

  test("a server that stays busy is named", async () => {
    const settings = await serve((_, response) => answerError(response, 503, "SlowDown"));
    const failure = await failureOf(listBucket(settings, { patience: { attempts: 2 } }));
    expect(failure.code).toBe("throttled");
  }, 30_000);

  test("a body that is cut is read on from where it stopped", async () => {
    const body = "0123456789".repeat(1000);
    const settings = await serve((request, response) => {
      const from = Number(/bytes=(\d+)-/.exec(String(request.headers.range ?? ""))?.[1] ?? 0);
      const headers = { "content-length": String(body.length - from), etag: '"v1"' };
      response.writeHead(
        from === 0 ? 200 : 206,
        from === 0
          ? headers
          : { ...headers, "content-range": `bytes ${from}-${body.length - 1}/${body.length}` },
      );
      if (from > 5000) return void response.end(body.slice(from));
      response.write(body.slice(from, from + 3000), () => setTimeout(() => response.destroy(), 20));
    });
    expect(await readObject(settings)).toBe(body);
    const later = server?.requests.slice(1) ?? [];
    expect(later.map(({ headers }) => [headers.range, headers["if-match"]])).toEqual([
      ["bytes=3000-", '"v1"'],
      ["bytes=6000-", '"v1"'],
    ]);
  });

  test("a body that is replaced while it is read is not glued together", async () => {
    const settings = await serve((request, response) => {
      if (request.headers.range !== undefined) return answerError(response, 412, "PreconditionFailed");
      response.writeHead(200, { "content-length": "10000", etag: '"v1"' });
      response.write("x".repeat(3000), () => setTimeout(() => response.destroy(), 20));
    });
    const failure = await failureOf(readObject(settings));
    expect(failure.message).toBe(`s3://logs/${KEY} was replaced while it was read.`);
  });

  test("a body that is always cut ends with a failure, not short", async () => {
    const settings = await serve((request, response) => {
      const from = Number(/bytes=(\d+)-/.exec(String(request.headers.range ?? ""))?.[1] ?? 0);
      response.writeHead(from === 0 ? 200 : 206, {
        "content-length": String(10_000 - from),
        "content-range": `bytes ${from}-9999/10000`,
      });
      response.write("x".repeat(10), () => setTimeout(() => response.destroy(), 20));
    });
    expect((await failureOf(readObject(settings))).code).toBe("unreachable");
    expect(server?.requests).toHaveLength(4);
  });

  test("a body that stalls ends with a failure", async () => {
    const settings = await serve((_, response) => {
      response.writeHead(200, { "content-length": "10000" });
      response.write("x".repeat(10));
    });
    const failure = await failureOf(readObject(settings, { patience: { idleTimeoutMs: 150, attempts: 1 } }));
    expect(failure.code).toBe("unreachable");
  });

  test("a server that never answers is given up", async () => {
    const settings = await serve(() => undefined);
    const failure = await failureOf(listBucket(settings, { patience: { idleTimeoutMs: 150, attempts: 1 } }));
    expect(failure.message).toBe(
      `s3://logs/AWSLogs/* could not be listed: ${settings.endpoint} did not answer in time.`,
    );
  });

  test("calling off ends a stalled body at once", async () => {
    const settings = await serve((_, response) => {
      response.writeHead(200, { "content-length": "10000" });
      response.write("x".repeat(10));
    });
    const store = createS3Store(settings);
    const stop = new AbortController();
    const body = await store.open(OBJECT, stop.signal);
    setTimeout(() => stop.abort(), 50);
    const failure = await failureOf(
      (async () => {
        for await (const _chunk of body);
      })(),
    );
    store.close();
    expect(failure.code).toBe("cancelled");
  });

  test("a reader that turns away early frees the connection", async () => {
    const closed: boolean[] = [];
    const settings = await serve((_, response) => {
      response.on("close", () => closed.push(true));
      response.writeHead(200, { "content-length": "100000000" });
      response.write("x".repeat(100_000));
    });
    const store = createS3Store(settings);
    for await (const _chunk of await store.open(OBJECT, signal)) break;
    await vi.waitFor(() => expect(closed).toEqual([true]));
    store.close();
  });

  test("a port where nothing listens", async () => {
    const settings = await serve(() => undefined);
    await server?.stop();
    const failure = await failureOf(listBucket(settings, { patience: { attempts: 1 } }));
    expect(failure.message).toBe(
      `s3://logs/AWSLogs/* could not be listed: ${settings.endpoint} refuses connections.`,
    );
  });

  test("a name that does not resolve", async () => {
    const settings = { ...(await serve(() => undefined)), endpoint: "http://s3.example.invalid" };
    const failure = await failureOf(listBucket(settings, { patience: { attempts: 1 } }));
    expect(failure.message).toMatch(/the name of http:\/\/s3.example.invalid cannot be resolved/);
  });

  test("https where the server speaks http", async () => {
    const settings = await serve(() => undefined);
    const endpoint = settings.endpoint?.replace("http:", "https:") ?? null;
    const failure = await failureOf(listBucket({ ...settings, endpoint }, { patience: { attempts: 1 } }));
    expect(failure.message).toMatch(/the TLS connection to https:.* failed/);
    expect(failure.remedy).toMatch(/NODE_EXTRA_CA_CERTS/);
  });
});
