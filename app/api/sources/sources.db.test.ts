import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SourceDetailSchema } from "#app/api/contract/source-schemas.ts";
import { POST as cancel } from "#app/api/jobs/[id]/cancel/route.ts";
import { GET as getJobs } from "#app/api/jobs/route.ts";
import { POST as postSample } from "#app/api/sample/route.ts";
import {
  DELETE as deleteSource,
  GET as getSource,
  PATCH as patchSource,
} from "#app/api/sources/[id]/route.ts";
import { POST as sync } from "#app/api/sources/[id]/sync/route.ts";
import { GET as getSources, POST as postSource } from "#app/api/sources/route.ts";
import { POST as testSource } from "#app/api/sources/test/route.ts";
import { POST as upload } from "#app/api/uploads/route.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import { baseRecord } from "#lib/cloudtrail/testing/base-record.ts";
import { database } from "#lib/db/database.ts";
import { settleUnloaded } from "#lib/db/ledger/settle-unloaded.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { testSource as loadedSource, runSource } from "#lib/ingest/testing/run-source.ts";

/** The routes, called as Next calls them. */

let testDatabase: TestDatabase;
let folder = "";
beforeEach(async () => {
  stubAwsEnvironment();
  testDatabase = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "waymark-data-"));
  vi.stubEnv("DATABASE_URL", testDatabase.url);
  vi.stubEnv("WAYMARK_DATA", folder);
});
afterEach(async () => {
  await database().close();
  Reflect.deleteProperty(globalThis, "waymarkDatabase");
  vi.unstubAllEnvs();
  await testDatabase.drop();
  rmSync(folder, { recursive: true, force: true });
});

const NOBODY = "00000000-0000-7000-8000-000000000000";

function request(path: string, body?: unknown, init: RequestInit = {}): Request {
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  return new Request(`http://localhost${path}`, { ...sent, ...init });
}

const at = (id: string) => ({ params: Promise.resolve({ id }) });

async function answered(response: Response | Promise<Response>) {
  const { status, headers, json } = await Promise.resolve(response).then(async (given) => ({
    status: given.status,
    headers: given.headers,
    json: await given.json(),
  }));
  return { status, type: headers.get("content-type"), json };
}

async function addBucket(): Promise<string> {
  const { json } = await answered(postSource(request("/api/sources", { bucket: "s3://acme-logs/AWSLogs" })));
  return json.source.id;
}

it("adds a bucket and lists it with its job", async () => {
  const added = await answered(
    postSource(request("/api/sources", { bucket: "acme-logs", syncEveryMinutes: 15 })),
  );
  expect(added).toMatchObject({
    status: 201,
    json: { source: { name: "s3://acme-logs/" }, job: { state: "queued", trigger: "person" } },
  });
  const { json } = await answered(getSources(request("/api/sources")));
  expect(json.sources).toMatchObject([
    {
      id: added.json.source.id,
      kind: "s3",
      syncEveryMinutes: 15,
      events: 0,
      lagSeconds: null,
      job: { state: "queued" },
    },
  ]);
});

it("names every field that is wrong", async () => {
  const { status, type, json } = await answered(
    postSource(request("/api/sources", { bucket: "acme-logs", region: "Frankfurt", roleArn: "admin" })),
  );
  expect({ status, type }).toEqual({ status: 400, type: "application/problem+json" });
  expect(json).toMatchObject({ code: "bad-request" });
  expect(json.problems.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
    "region",
    "roleArn",
  ]);
});

it("refuses what another site's page sends", async () => {
  const init = { headers: { "sec-fetch-site": "cross-site" } };
  const foreign = (path: string) => request(path, {}, init);
  const form = new Request("http://localhost/api/uploads", { method: "POST", body: new FormData(), ...init });
  const answers = await Promise.all([
    postSource(foreign("/api/sources")),
    testSource(foreign("/api/sources/test")),
    sync(foreign(`/api/sources/${NOBODY}/sync`), at(NOBODY)),
    patchSource(request("/", {}, { ...init, method: "PATCH" }), at(NOBODY)),
    cancel(foreign(`/api/jobs/${NOBODY}/cancel`), at(NOBODY)),
    postSample(foreign("/api/sample")),
    upload(form),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
  expect(await database().prisma.job.count()).toBe(0);
});

it("answers a test with the failure and its remedy", async () => {
  const endpoint = "http://127.0.0.1:9";
  const { status, json } = await answered(
    testSource(
      request("/api/sources/test", { bucket: "acme-logs", region: "us-east-1", endpoint, pathStyle: true }),
    ),
  );
  expect(status).toBe(502);
  expect(json).toMatchObject({ code: "unreachable", remedy: expect.stringContaining("endpoint") });
});

it("tells one source whole, with the objects that are not loaded page by page", async () => {
  const id = await addBucket();
  const facts = (key: string) => ({
    key,
    etag: null,
    size: 1,
    lastModified: 0,
    account: null,
    region: null,
    date: null,
  });
  const failed = {
    state: "failed",
    code: "bad-gzip",
    reason: "Broken.",
    remedy: "Deliver it again.",
  } as const;
  await settleUnloaded(
    database(),
    id,
    null,
    ["a", "b", "c"].map((key) => ({ facts: facts(key), ...failed })),
  );

  const first = await answered(getSource(request(`/api/sources/${id}?limit=2`), at(id)));
  expect(first.json).toMatchObject({
    source: { id, objectsFailed: 3, settings: { bucket: "acme-logs" } },
    unloaded: [{ state: "failed", code: "bad-gzip", objects: 3, remedy: "Deliver it again." }],
    objects: [{ key: "a" }, { key: "b" }],
    nextAfter: "b",
  });
  const second = await answered(
    getSource(request(`/api/sources/${id}?limit=2&after=b&code=bad-gzip`), at(id)),
  );
  expect(second.json).toMatchObject({ objects: [{ key: "c" }], nextAfter: null });
  const none = await answered(getSource(request(`/api/sources/${id}?code=archived`), at(id)));
  expect(none.json.objects).toEqual([]);
  expect((await getSource(request(`/api/sources/${id}?limit=0`), at(id))).status).toBe(400);
});

it("tells which records of a source were refused and why, page by page, and as many as it counts", async () => {
  const source = await loadedSource(database(), "odd");
  const objects = {
    [logKey("a")]: logObjectOf([baseRecord, 5, { ...baseRecord, eventTime: "soon" }]),
    [logKey("b")]: logObjectOf(["text"]),
  };
  await runSource(database(), source, memoryStore(objects));
  const ask = async (query: string) => {
    const { json } = await answered(getSource(request(`/api/sources/${source.id}${query}`), at(source.id)));
    expect(SourceDetailSchema.safeParse(json).error?.issues ?? []).toEqual([]);
    return json;
  };
  const whole = await ask("");
  expect(whole).toMatchObject({
    source: { events: 1, refused: 3 },
    refused: [
      { key: logKey("a"), ordinal: 1, record: "5" },
      { key: logKey("a"), ordinal: 2, code: "bad-event-time", message: expect.stringContaining("soon") },
      { key: logKey("b"), ordinal: 0, record: '"text"' },
    ],
    nextRefusedAfter: null,
  });
  const first = await ask("?limit=2");
  expect(first.refused).toEqual(whole.refused.slice(0, 2));
  const second = await ask(`?limit=2&refusedAfter=${encodeURIComponent(first.nextRefusedAfter)}`);
  expect(second).toMatchObject({ refused: whole.refused.slice(2), nextRefusedAfter: null });

  expect(JSON.parse(whole.refused[1].record)).toEqual({ ...baseRecord, eventTime: "soon" });
  const holding = async (text: string) =>
    (await ask(`?refusedText=${encodeURIComponent(text)}`)).refused.map(
      ({ ordinal }: { ordinal: number }) => ordinal,
    );
  expect(await holding('"eventtime":"SOON"')).toEqual([2]);
  expect(await holding("no time")).toEqual([2]);
  expect(await holding(logKey("b"))).toEqual([0]);
  expect(await holding("elsewhere")).toEqual([]);

  const { status, json } = await answered(getSource(request("/?refusedAfter=b"), at(source.id)));
  expect(status).toBe(400);
  expect(json).toMatchObject({ code: "bad-request", problems: [{ parameter: "refusedAfter" }] });
});

it("knows no source and no job of another id", async () => {
  for (const id of [NOBODY, "not-an-id"]) {
    expect((await getSource(request(`/api/sources/${id}`), at(id))).status).toBe(404);
    expect((await sync(request("/", {}), at(id))).status).toBe(404);
    expect((await cancel(request("/", {}), at(id))).status).toBe(404);
    const patch = request("/", { syncEveryMinutes: 5 }, { method: "PATCH" });
    expect((await patchSource(patch, at(id))).status).toBe(404);
  }
});

it("changes the schedule alone", async () => {
  const id = await addBucket();
  const patch = (body: unknown) => patchSource(request("/", body, { method: "PATCH" }), at(id));
  expect((await answered(patch({ syncEveryMinutes: 60 }))).json.source.syncEveryMinutes).toBe(60);
  expect((await answered(patch({ syncEveryMinutes: null }))).json.source).toMatchObject({
    syncEveryMinutes: null,
    nextSyncAt: null,
  });
  expect((await patch({ syncEveryMinutes: 0 })).status).toBe(400);
  expect((await patch({})).status).toBe(400);
});

it("asks for a whole run and cancels it", async () => {
  const id = await addBucket();
  const [waiting] = (await answered(getJobs(request(`/api/jobs?source=${id}`)))).json.jobs;
  expect((await answered(cancel(request("/", {}), at(waiting.id)))).json.job.cancelRequested).toBe(true);
  await database().prisma.job.update({ where: { id: waiting.id }, data: { state: "cancelled" } });
  expect(await answered(cancel(request("/", {}), at(waiting.id)))).toMatchObject({
    status: 409,
    json: { code: "conflict" },
  });
  const full = await answered(sync(request("/", { full: true }), at(id)));
  expect(full).toMatchObject({ status: 202, json: { job: { full: true, state: "queued" } } });
  const { json } = await answered(getJobs(request("/api/jobs?limit=1")));
  expect(json.jobs).toMatchObject([{ id: full.json.job.id }]);
  expect((await sync(request("/", { full: "yes" }), at(id))).status).toBe(400);
  expect((await getJobs(request("/api/jobs?source=all"))).status).toBe(400);
});

it("adds the sample trail once", async () => {
  const first = await answered(postSample(request("/api/sample", {})));
  const second = await answered(postSample(request("/api/sample", {})));
  expect(second.json.job.id).toBe(first.json.job.id);
  expect(first.json.source).toMatchObject({ name: "sample", settings: { kind: "sample", events: 100_000 } });
});

function uploadOf(files: readonly File[], headers: Record<string, string> = {}): Request {
  const form = new FormData();
  for (const file of files) form.append("files", file);
  return new Request("http://localhost/api/uploads", { method: "POST", body: form, headers });
}

it("takes files, keeps them, and asks for a run", async () => {
  const log = new File([gzipSync('{"Records":[]}')], "../../one.json.gz");
  const { status, json } = await answered(upload(uploadOf([log, new File(["x"], "notes.txt")])));
  expect(status).toBe(201);
  expect(json).toMatchObject({
    files: [{ name: "one.json.gz" }],
    refused: [{ name: "notes.txt" }],
    source: { name: "uploads", settings: { kind: "files", paths: [join(folder, "uploads")] } },
    job: { state: "queued" },
  });
  expect(readdirSync(join(folder, "uploads", json.uploadId))).toEqual(["one.json.gz"]);
});

it("takes no files under another name than its own", async () => {
  const log = new File(["{}"], "one.json");
  const answer = await upload(uploadOf([log], { host: "rebound.example.com" }));
  expect(answer.status).toBe(400);
  expect(await database().prisma.job.count()).toBe(0);
});

it("sends a plain form on to a page, and refuses an empty one", async () => {
  const log = new File(["{}"], "one.json");
  const sent = await upload(uploadOf([log], { accept: "text/html,*/*" }));
  expect([sent.status, sent.headers.get("location")]).toEqual([303, "/?then=events"]);
  expect((await upload(uploadOf([new File([], "")]))).status).toBe(400);
  expect((await upload(request("/api/uploads", {}))).status).toBe(400);
});

it("how long events are kept is set, checked, listed and carried out; what is not named stays", async () => {
  const id = await addBucket();
  const patch = (body: object) =>
    answered(patchSource(request(`/api/sources/${id}`, body, { method: "PATCH" }), at(id)));
  expect((await patch({ keepDays: 90 })).json.source).toMatchObject({ keepDays: 90, syncEveryMinutes: null });
  const { json } = await patch({ syncEveryMinutes: 60, fullCheckEveryDays: 30 });
  expect(json.source).toMatchObject({ keepDays: 90, syncEveryMinutes: 60, fullCheckEveryDays: 30 });
  expect(json.source.keptFrom).toMatch(/^\d{4}-\d{2}-01$/);
  expect(json.source.upkeep).toMatchObject({ kind: "retention", state: "queued" });
  for (const wrong of [{ keepDays: 0 }, { keepDays: 1.5 }, { keepDays: "90" }, { keepDays: 1e9 }, {}]) {
    expect(await patch(wrong)).toMatchObject({ status: 400, json: { code: "bad-request" } });
  }
  const again = { bucket: "s3://acme-logs/AWSLogs", keepDays: null };
  await database().prisma.job.updateMany({ data: { state: "done" } });
  await postSource(request("/api/sources", again));
  expect((await answered(getSources(request("/api/sources")))).json.sources[0].keepDays).toBeNull();
  await database().prisma.job.updateMany({
    where: { state: "queued", kind: "sync" },
    data: { state: "running" },
  });
  await patch({ keepDays: 30 });
  expect(await patch({ keepDays: 60 })).toMatchObject({ status: 409, json: { code: "conflict" } });
});

it("a source is removed once, loads nothing from then on, and one that is not there is not found", async () => {
  const id = await addBucket();
  const remove = (which: string) =>
    answered(deleteSource(request(`/api/sources/${which}`, undefined, { method: "DELETE" }), at(which)));
  const first = await remove(id);
  expect(first).toMatchObject({ status: 202, json: { job: { kind: "removal", state: "queued" } } });
  expect((await remove(id)).json.job.id).toBe(first.json.job.id);
  const { json } = await answered(getSources(request("/api/sources")));
  expect(json.sources[0]).toMatchObject({ isRemoved: true, job: { cancelRequested: true } });
  await database().prisma.job.updateMany({ where: { kind: "sync" }, data: { state: "cancelled" } });
  expect(await answered(sync(request(`/api/sources/${id}/sync`, {}), at(id)))).toMatchObject({ status: 409 });
  expect((await remove(NOBODY)).status).toBe(404);
});
