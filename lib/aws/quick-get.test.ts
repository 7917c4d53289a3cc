import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createS3Store, type S3Store } from "#lib/aws/s3-store.ts";
import {
  type Answer,
  type AnsweringServer,
  answerError,
  type ReceivedRequest,
  startAnsweringServer,
} from "#lib/aws/testing/answering-server.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import { failureOf } from "#lib/aws/testing/failure-of.ts";
import { logsBucket } from "#lib/aws/testing/logs-bucket.ts";
import type { LogObject } from "#lib/base/log-store.ts";

const BODY = "0123456789".repeat(100);
const signal = new AbortController().signal;

let server: AnsweringServer;
let store: S3Store;

beforeEach(() => stubAwsEnvironment());
afterEach(async () => {
  vi.unstubAllEnvs();
  store.close();
  await server.stop();
});

async function serve(answer: Answer, idleTimeoutMs = 10_000): Promise<void> {
  server = await startAnsweringServer(answer);
  store = createS3Store(logsBucket(server.endpoint), { patience: { idleTimeoutMs, attempts: 2 } });
}

function object(key: string): LogObject {
  return { key, size: BODY.length, etag: null, lastModified: null, archived: false };
}

async function read(key: string, stop = signal): Promise<string> {
  const bytes = await store.read?.(object(key), stop);
  return Buffer.from(bytes ?? []).toString();
}

function answerBody(response: ServerResponse): void {
  response.writeHead(200, { "content-length": String(BODY.length) });
  response.end(BODY);
}

/** Whose request it was: the SDK's commands say what they are. */
function isCommand({ url }: ReceivedRequest): boolean {
  return url.searchParams.get("x-id") === "GetObject";
}

describe("reading small objects", () => {
  test("the SDK's command shows the way, and later objects are read without it", async () => {
    await serve((_, response) => answerBody(response));
    for (const key of ["a", "b", "c"]) expect(await read(key)).toBe(BODY);
    expect(server.requests.map(isCommand)).toEqual([true, false, false]);
    for (const { headers } of server.requests) {
      expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=.*\/us-east-1\/s3\/aws4_request/);
      expect(headers["x-amz-content-sha256"]).toBeDefined();
      expect(headers["user-agent"]).toBeDefined();
    }
  });

  test("odd keys are asked for by the same path as the SDK does", async () => {
    await serve((_, response) => answerBody(response));
    for (const key of [
      "x/a b+c&d=e%20.gz",
      "x/ümlaut-日本.gz",
      "x/quote'\"<>()*!.gz",
      "x/hash#question?.gz",
      "~x",
    ]) {
      await read("first");
      await read(key);
      for await (const _ of await store.open(object(key), signal));
      const [quick, command] = server.requests.slice(-2).map(({ url }) => url.pathname);
      expect(quick).toBe(command);
    }
  });

  test("what may be taken for a way is left to the SDK", async () => {
    await serve((_, response) => answerBody(response));
    await read("first");
    for (const key of ["a/../b", "a//b", "./a", "a/."]) expect(await read(key)).toBe(BODY);
    expect(server.requests.every(isCommand)).toBe(true);
  });

  test("an answer that is not the plain one is left to the SDK, its retries and its words", async () => {
    let busy = 2;
    await serve((request, response) => {
      if (request.url.pathname.endsWith("/gone")) return answerError(response, 404, "NoSuchKey");
      if (request.url.pathname.endsWith("/busy") && busy-- > 0) return answerError(response, 503, "SlowDown");
      return answerBody(response);
    });
    await read("first");
    expect(await read("busy")).toBe(BODY);
    expect((await failureOf(read("gone"))).message).toContain("s3://logs/gone");
    expect(await read("last")).toBe(BODY);
  }, 30_000);

  test.each(["cut", "stalled"])("a body that is %s is read whole all the same", async (how) => {
    const asked: string[] = [];
    await serve(({ url }, response) => {
      asked.push(url.pathname);
      if (asked.length !== 2) return answerBody(response);
      response.writeHead(200, { "content-length": String(BODY.length) });
      return void response.write(BODY.slice(0, 500), () => {
        if (how === "cut") setTimeout(() => response.destroy(), 20);
      });
    }, 200);
    await read("first");
    expect(await read("second")).toBe(BODY);
    expect(asked).toEqual(["/logs/first", "/logs/second", "/logs/second"]);
  });

  test("calling off ends it at once, and says so", async () => {
    let isSilent = false;
    await serve((_, response) => (isSilent ? undefined : answerBody(response)));
    await read("first");
    isSilent = true;
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    expect((await failureOf(read("second", stop.signal))).code).toBe("cancelled");
  });
});
