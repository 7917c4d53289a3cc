import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LookupPatience, LookupSettings } from "#lib/aws/lookup-settings.ts";
import { createLookupStore } from "#lib/aws/lookup-store.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import { failureOf } from "#lib/aws/testing/failure-of.ts";
import {
  answerLookupError,
  type LookupServer,
  type LookupServerOptions,
  recordsUpTo,
  startLookupServer,
  textOf,
} from "#lib/aws/testing/lookup-server.ts";
import type { LogObject, LogStore } from "#lib/base/log-store.ts";

/** LookupEvents as a store, over a server that speaks its protocol. It was never tried against AWS itself. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 20, 14, 7, 30);
const QUICK: Partial<LookupPatience> = { callsPerSecond: 2_000, firstWaitMs: 2 };
const EU = "111122223333/CloudTrail/eu-west-1/";
const signal = new AbortController().signal;

let open: { server: LookupServer; store: LogStore }[] = [];
beforeEach(() => stubAwsEnvironment());
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const { server, store } of open) {
    store.close();
    await server.stop();
  }
  open = [];
});

async function start(
  options: LookupServerOptions,
  settings: Partial<LookupSettings> = {},
  patience: Partial<LookupPatience> = {},
) {
  const server = await startLookupServer(options);
  const store = createLookupStore(
    {
      regions: ["eu-west-1"],
      from: null,
      to: null,
      endpoint: server.endpoint,
      profile: null,
      roleArn: null,
      externalId: null,
      ...settings,
    },
    { patience: { ...QUICK, ...patience }, now: () => NOW },
  );
  open.push({ server, store });
  return { server, store };
}

async function listed(store: LogStore, prefix = EU, startAfter: string | null = null): Promise<LogObject[]> {
  const objects: LogObject[] = [];
  for await (const page of store.listObjects(prefix, startAfter, signal)) objects.push(...page);
  return objects;
}

async function textOfObject(store: LogStore, object: LogObject): Promise<string> {
  return gunzipSync(await buffer(await store.open(object, signal))).toString();
}

it("speaks AWS JSON 1.1 to the region by its name", async () => {
  const { server, store } = await start({ events: { "eu-west-1": recordsUpTo(NOW, 3, MINUTE) } });
  expect(await store.listFolder("", signal)).toEqual({ folders: [EU], objects: [] });
  expect(server.calls).toMatchObject([
    { target: "CloudTrail_20131101.LookupEvents", region: "eu-west-1", maxResults: 50 },
  ]);
});

it("gives a day that fits a page as one object, at the price of one call", async () => {
  const records = recordsUpTo(NOW - DAY, 20, MINUTE);
  const { server, store } = await start(
    { events: { "eu-west-1": records } },
    { from: "2026-11-18", to: "2026-11-19" },
  );
  await store.listFolder("", signal);
  const objects = await listed(store);
  expect(objects.map(({ key }) => key)).toEqual([
    `${EU}2026/11/18/day.json.gz`,
    `${EU}2026/11/19/day.json.gz`,
  ]);
  const texts = await Promise.all(objects.map((object) => textOfObject(store, object)));
  expect(texts[0]).toBe('{"Records":[]}');
  expect(texts[1]).toBe(`{"Records":[${records.map(textOf).join(",\n")}]}`);
  expect(server.calls).toHaveLength(3);
});

it("cuts a busier day into hours, and its last hours into five minutes", async () => {
  const records = recordsUpTo(NOW, 900, MINUTE);
  const { store } = await start({ events: { "eu-west-1": records } }, { from: "2026-11-20" });
  const objects = await listed(store);
  const names = objects.map(({ key }) => key.slice(`${EU}2026/11/20/`.length, -".json.gz".length));
  expect(names.slice(0, 13)).toEqual(
    Array.from({ length: 13 }, (_, hour) => `T${String(hour).padStart(2, "0")}`),
  );
  expect(names.slice(13)).toEqual([
    ...Array.from({ length: 12 }, (_, part) => `T13${String(part * 5).padStart(2, "0")}`),
    "T1400",
    "T1405",
  ]);
  const texts = await Promise.all(objects.map((object) => textOfObject(store, object)));
  const ids = texts.flatMap((text) =>
    JSON.parse(text).Records.map(({ eventID }: { eventID: string }) => eventID),
  );
  const today = records.filter(({ eventTime }) => eventTime.startsWith("2026-11-20"));
  expect(ids.toSorted()).toEqual(today.map(({ eventID }) => eventID).toSorted());
});

it("changes the etag of what may still grow, and leaves what is settled alone", async () => {
  const { store } = await start(
    { events: { "eu-west-1": recordsUpTo(NOW, 900, MINUTE) } },
    { from: "2026-11-20" },
  );
  const etags = Object.fromEntries(
    (await listed(store)).map(({ key, etag }) => [key.slice(-14, -".json.gz".length), etag]),
  );
  expect(etags["/T1335"]).toBe("read 2026-11-20T14:07:30.000Z");
  expect(etags["/T1330"]).toBe("settled");
});

it("asks for no more than the last 90 days", async () => {
  const { server, store } = await start({ events: { "eu-west-1": [] } });
  const objects = await listed(store);
  expect(objects).toHaveLength(91);
  expect(Math.min(...server.calls.flatMap(({ from }) => from ?? []))).toBeGreaterThan(NOW - 90 * DAY);
});

it("begins after the key it is given", async () => {
  const { server, store } = await start({ events: { "eu-west-1": [] } });
  expect((await listed(store, EU, `${EU}2026/11/18`)).map(({ key }) => key.slice(EU.length))).toEqual([
    "2026/11/18/day.json.gz",
    "2026/11/19/day.json.gz",
    "2026/11/20/day.json.gz",
  ]);
  expect(server.calls).toHaveLength(4);
});

it("passes a region by that is not enabled, and names one that is denied", async () => {
  const { store } = await start(
    {
      events: { "eu-west-1": recordsUpTo(NOW, 1, MINUTE), "eu-west-3": [] },
      interfere({ region }, response) {
        if (region !== "eu-west-3") return false;
        const message = "User: x is not authorized with an explicit deny in a service control policy";
        answerLookupError(response, "AccessDeniedException", message);
        return true;
      },
    },
    { regions: ["eu-west-1", "eu-west-3", "ap-east-1"] },
  );
  const { folders, objects } = await store.listFolder("", signal);
  expect(folders).toEqual([EU]);
  expect(objects).toMatchObject([
    {
      key: "111122223333/eu-west-3",
      closed: {
        state: "failed",
        code: "access-denied",
        remedy: expect.stringMatching(/service control policy overrules[\s\S]*"cloudtrail:LookupEvents"/),
      },
    },
    { key: "111122223333/ap-east-1", closed: { state: "skipped", code: "region-not-enabled" } },
  ]);
});

it("waits throttles out that come as HTTP 400", async () => {
  let throttles = 0;
  const { store } = await start(
    {
      events: { "eu-west-1": recordsUpTo(NOW, 20, MINUTE) },
      interfere(_, response) {
        throttles += 1;
        if (throttles % 4 === 0) return false;
        answerLookupError(response, "ThrottlingException", "Rate exceeded");
        return true;
      },
    },
    { from: "2026-11-20" },
  );
  const [day] = await listed(store);
  expect(day?.size).toBeGreaterThan(100);
});

it("fails with what to do when it is throttled without an end", async () => {
  const { store } = await start(
    {
      events: {},
      interfere(_, response) {
        answerLookupError(response, "ThrottlingException", "Rate exceeded");
        return true;
      },
    },
    {},
    { longestThrottleMs: 30 },
  );
  expect(await failureOf(store.listFolder("", signal))).toMatchObject({
    code: "throttled",
    remedy: expect.stringContaining("two calls a second"),
  });
});

it("repeats a call whose connection broke", async () => {
  let calls = 0;
  const { store } = await start(
    {
      events: { "eu-west-1": recordsUpTo(NOW, 120, 10_000) },
      pageSize: 10,
      interfere(_, response) {
        calls += 1;
        if (calls % 3 !== 0) return false;
        response.writeHead(200, { "content-type": "application/x-amz-json-1.1", "content-length": "1000" });
        response.write('{"Events":[{"EventId":"half');
        response.destroy();
        return true;
      },
    },
    { from: "2026-11-20" },
  );
  let records = 0;
  for (const object of await listed(store)) {
    records += JSON.parse(await textOfObject(store, object)).Records.length;
  }
  expect(records).toBe(120);
});

it("gives nothing of a window whose pages break off", async () => {
  const { store } = await start(
    {
      events: { "eu-west-1": recordsUpTo(NOW, 300, 1_000) },
      interfere({ token, from }, response) {
        if (token === null || from === null) return false;
        answerLookupError(response, "InvalidNextTokenException", "The token is not valid.");
        return true;
      },
    },
    { from: "2026-11-20" },
  );
  const objects = await listed(store);
  const last = objects.at(-2);
  if (last === undefined) throw new Error("Nothing was listed");
  expect(await failureOf(store.open(last, signal))).toMatchObject({
    code: "unreachable",
    message: "The list of events of eu-west-1 broke off between two pages.",
  });
});

it.each([
  ["ExpiredTokenException", "expired-credentials"],
  ["AccessDeniedException", "access-denied"],
  ["UnrecognizedClientException", "bad-credentials"],
  ["InvalidTimeRangeException", "bad-request"],
  ["InvalidSignatureException", "bad-credentials"],
])("turns %s into %s", async (answered, code) => {
  const { store } = await start({
    events: {},
    interfere(_, response) {
      answerLookupError(response, answered, "as told");
      return true;
    },
  });
  const failure = await failureOf(store.listFolder("", signal));
  expect(failure).toMatchObject({ code, remedy: expect.any(String) });
});

it("makes no more than two calls a second of one account and region, whoever asks", async () => {
  const events = { "eu-west-1": recordsUpTo(NOW, 1, MINUTE) };
  const { server, store } = await start({ events }, { from: "2026-11-18" }, { callsPerSecond: 20 });
  await Promise.all([listed(store), listed(store)]);
  const times = server.calls.map(({ at }) => at);
  expect(times).toHaveLength(7);
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(200);
});

it("stops at once when the work is cancelled", async () => {
  const stop = new AbortController();
  const { store } = await start({ events: { "eu-west-1": [] } }, {}, { callsPerSecond: 0.01 });
  await store.listFolder("", stop.signal);
  const listing = store.listObjects(EU, null, stop.signal)[Symbol.asyncIterator]().next();
  stop.abort();
  expect(await failureOf(listing)).toMatchObject({ code: "cancelled" });
});

it("keeps an entry without a readable record as a record that is refused", async () => {
  const { store } = await start(
    {
      events: {},
      interfere(_, response) {
        const Events = [
          { EventId: "a", EventTime: NOW / 1000 },
          { EventId: "b", EventTime: NOW / 1000, CloudTrailEvent: '{"eventID":"b"}],"x":[{' },
          { EventId: "c", EventTime: NOW / 1000, CloudTrailEvent: '{"recipientAccountId":"111122223333"}' },
        ];
        response.writeHead(200, { "content-type": "application/x-amz-json-1.1" });
        response.end(JSON.stringify({ Events }));
        return true;
      },
    },
    { from: "2026-11-20" },
  );
  const [day] = await listed(store);
  if (day === undefined) throw new Error("Nothing was listed");
  expect(JSON.parse(await textOfObject(store, day)).Records).toEqual([
    "No CloudTrailEvent came with a",
    '{"eventID":"b"}],"x":[{',
    { recipientAccountId: "111122223333" },
  ]);
});
