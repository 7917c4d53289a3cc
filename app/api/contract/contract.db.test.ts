import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type * as z from "zod";
import { GET as getActor } from "#app/api/actors/[name]/route.ts";
import { GET as getBlastFile } from "#app/api/blast/export/route.ts";
import { GET as getBlast } from "#app/api/blast/route.ts";
import { ENDPOINTS } from "#app/api/contract/endpoints.ts";
import { ProblemSchema } from "#app/api/contract/event-schemas.ts";
import { GET as getNeighbours } from "#app/api/events/[eventId]/neighbours/route.ts";
import { GET as getEvent } from "#app/api/events/[eventId]/route.ts";
import { GET as getCount } from "#app/api/events/count/route.ts";
import { GET as getExport } from "#app/api/events/export/route.ts";
import { GET as getNewer } from "#app/api/events/newer/route.ts";
import { GET as getEvents } from "#app/api/events/route.ts";
import { GET as getFacets } from "#app/api/facets/route.ts";
import { GET as getGaps } from "#app/api/gaps/route.ts";
import { GET as getHealth } from "#app/api/health/route.ts";
import { GET as getHistogram } from "#app/api/histogram/route.ts";
import { POST as cancel } from "#app/api/jobs/[id]/cancel/route.ts";
import { GET as getJobs } from "#app/api/jobs/route.ts";
import { DELETE as forgetListed, GET as getListed, POST as postListed } from "#app/api/names/listed/route.ts";
import { GET as getNames, PUT as putNames } from "#app/api/names/route.ts";
import { GET as getOpenApi } from "#app/api/openapi.json/route.ts";
import { GET as getResource } from "#app/api/resources/[id]/route.ts";
import { POST as postSample } from "#app/api/sample/route.ts";
import { GET as getSession } from "#app/api/sessions/[session]/route.ts";
import {
  DELETE as deleteSource,
  GET as getSource,
  PATCH as patchSource,
} from "#app/api/sources/[id]/route.ts";
import { POST as sync } from "#app/api/sources/[id]/sync/route.ts";
import { GET as getSources, POST as postSource } from "#app/api/sources/route.ts";
import { GET as getSuggestions } from "#app/api/suggest/route.ts";
import { PATCH as patchView } from "#app/api/views/[id]/route.ts";
import { GET as getViews, POST as postView } from "#app/api/views/route.ts";
import { GET as getWho } from "#app/api/who/[subject]/route.ts";
import { readShownNames } from "#app/read-shown-names.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import { startOrganizationsServer } from "#lib/aws/testing/organizations-server.ts";
import { database } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

const TRAIL = sampleTrail({ seed: 5, events: 10_000, days: 10, end: Date.UTC(2026, 10, 13) });
const API = join(import.meta.dirname, "..");

let testDatabase: TestDatabase;
let sourceId = "";

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", testDatabase.url);
  const source = await testSource(database(), "the trail");
  sourceId = source.id;
  await runSource(database(), source, sampleStore(TRAIL));
});
afterAll(async () => {
  await database().close();
  Reflect.deleteProperty(globalThis, "waymarkDatabase");
  vi.unstubAllEnvs();
  await testDatabase.drop();
});

function ask(path: string, body?: unknown, method = "POST"): Request {
  const sent = body === undefined ? {} : { method, body: JSON.stringify(body) };
  return new Request(`http://localhost${path}`, sent);
}

const at = (id: string) => ({ params: Promise.resolve({ id }) });

/** The schema that the contract gives for this answer. */
function schemaOf(method: string, path: string, status: number): z.ZodType {
  const endpoint = ENDPOINTS.find((one) => one.method === method && one.path === path);
  const schema = endpoint?.answers.find((one) => one.status === status)?.schema;
  if (schema === undefined) throw new Error(`The contract has no ${method} ${path} with status ${status}`);
  return schema;
}

async function expectAsDescribed(method: string, path: string, response: Response | Promise<Response>) {
  const { status, json } = await Promise.resolve(response).then(async (given) => ({
    status: given.status,
    json: await given.json(),
  }));
  const checked = schemaOf(method, path, status).safeParse(json);
  expect(checked.error?.issues ?? []).toEqual([]);
  return json;
}

/** Every method of every route of this folder, as `get /api/events/{eventId}`. */
function routes(): string[] {
  const files = readdirSync(API, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith("route.ts"))
    .flatMap((file) => {
      const code = readFileSync(join(API, file), "utf8");
      const path = `/api/${file.replace(/\/?route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`;
      const methods = code.matchAll(/export (?:async )?(?:function|const) (GET|POST|PATCH|PUT|DELETE)\b/g);
      return [...methods].map(([, method]) => `${method?.toLowerCase()} ${path}`);
    })
    .sort();
}

describe("the contract", () => {
  it("has every route, and none that is not there", () => {
    expect(ENDPOINTS.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routes());
  });

  it("is served as OpenAPI 3.1, with no reference that leads nowhere", async () => {
    const document = await expectAsDescribed(
      "get",
      "/api/openapi.json",
      getOpenApi(ask("/api/openapi.json")),
    );
    expect(Object.keys(document.paths)).toHaveLength(new Set(ENDPOINTS.map(({ path }) => path)).size);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    for (const [, name = ""] of references) expect(Object.keys(document.components.schemas)).toContain(name);
    expect(JSON.stringify(document)).not.toContain("$defs");
    for (const [name, schema] of Object.entries(document.components.schemas))
      expect(schema, name).toMatchObject({ type: "object" });
    const list = document.paths["/api/events"].get;
    const limit = list.parameters.find(({ name }: { name: string }) => name === "limit");
    expect(limit).toMatchObject({
      in: "query",
      schema: { type: "integer", minimum: 1, maximum: 500, default: 50 },
    });
    const ids = Object.values(document.paths).flatMap((one) =>
      Object.values(one as Record<string, { operationId: string }>),
    );
    expect(new Set(ids.map(({ operationId }) => operationId)).size).toBe(ENDPOINTS.length);
  });
});

describe("real answers are as described", () => {
  it("about events", async () => {
    const page = await expectAsDescribed("get", "/api/events", getEvents(ask("/api/events?limit=500")));
    expect(page.events).toHaveLength(500);
    await expectAsDescribed("get", "/api/events", getEvents(ask("/api/events?q=account:999988887777")));
    await expectAsDescribed("get", "/api/events/count", getCount(ask("/api/events/count?q=is:write")));
    const newer = `/api/events/newer?cursor=${page.nextCursor}`;
    const onTop = await expectAsDescribed("get", "/api/events/newer", getNewer(ask(newer)));
    expect(onTop).toEqual({ count: 499, exact: true });
    const [{ eventId }] = page.events;
    const context = { params: Promise.resolve({ eventId }) };
    await expectAsDescribed("get", "/api/events/{eventId}", getEvent(ask(`/api/events/${eventId}`), context));
    const around = await expectAsDescribed(
      "get",
      "/api/events/{eventId}/neighbours",
      getNeighbours(ask(`/api/events/${eventId}/neighbours`), context),
    );
    expect(around.neighbourhoods.length).toBeGreaterThan(0);
    const whole = await expectAsDescribed(
      "get",
      "/api/events/export",
      getExport(ask("/api/events/export?format=json&record=true&q=service:iam")),
    );
    const event = schemaOf("get", "/api/events", 200);
    const { record, ...first } = whole.events[0];
    expect(event.safeParse({ ...page, events: [first] }).error?.issues ?? []).toEqual([]);
    expect(record.eventID).toBe(first.eventId);
    expect(whole.count).toBe(whole.events.length);
  });

  it("about counts", async () => {
    for (const query of [
      "",
      "?q=is:write",
      "?q=service:iam region:eu-west-1&from=2026-11-10&to=2026-11-12",
    ]) {
      await expectAsDescribed("get", "/api/facets", getFacets(ask(`/api/facets${query}`)));
      await expectAsDescribed("get", "/api/histogram", getHistogram(ask(`/api/histogram${query}`)));
      await expectAsDescribed("get", "/api/gaps", getGaps(ask(`/api/gaps${query}`)));
    }
  });

  it("about who is behind a key, forward and back", async () => {
    const page = await expectAsDescribed("get", "/api/events", getEvents(ask("/api/events?q=key:ASIA*")));
    const [{ eventId, actor }] = page.events;
    const key = actor.accessKeyId;
    await expectAsDescribed("get", "/api/who/{subject}", getWho(ask(`/api/who/${eventId}`)));
    await expectAsDescribed("get", "/api/sessions/{session}", getSession(ask(`/api/sessions/${key}`)));
    for (const path of ["svc-backup?from=2026-11-08", "AppServerRole?kind=role", "marek.novak@example.com"]) {
      await expectAsDescribed("get", "/api/actors/{name}", getActor(ask(`/api/actors/${path}`)));
    }
    expect((await getActor(ask("/api/actors/nobody-at-all"))).status).toBe(404);
    expect((await getActor(ask("/api/actors/root?kind=group"))).status).toBe(400);
    expect((await getWho(ask("/api/who/ASIAUNKNOWNUNKNOWNXX"))).status).toBe(404);
    expect((await getWho(ask("/api/who/nonsense"))).status).toBe(400);
  });

  it("about a resource, by whatever name", async () => {
    const page = await getEvents(ask("/api/events?q=event:RunInstances -error:*&limit=1"));
    const [{ resources }] = (await page.json()).events;
    const path = `/api/resources/${encodeURIComponent(resources[0].id)}`;
    const story = await expectAsDescribed("get", "/api/resources/{id}", getResource(ask(path)));
    expect(story.lives[0].event.eventName).toBe("RunInstances");
    expect((await getResource(ask("/api/resources/nothing%2Fof%20the%20kind"))).status).toBe(404);
    expect((await getResource(ask(`${path}?account=prod`))).status).toBe(400);
  });

  it("about a blast radius", async () => {
    const page = await getEvents(ask("/api/events?q=key:ASIA*%20is:write&limit=1"));
    const [{ actor }] = (await page.json()).events;
    const query = `?from=key:${actor.accessKeyId}`;
    const blast = await expectAsDescribed("get", "/api/blast", getBlast(ask(`/api/blast${query}`)));
    expect(blast.counts.writes).toBeGreaterThan(0);
    const file = await getBlastFile(ask(`/api/blast/export${query}`));
    expect(file.headers.get("content-disposition")).toContain(".csv");
    expect((await file.text()).split("\r\n")[0]).toContain("resource,type,account");
    for (const wrong of ["", "?from=me", `${query}&since=soon`]) {
      expect((await getBlast(ask(`/api/blast${wrong}`))).status).toBe(400);
    }
    expect((await getBlast(ask("/api/blast?from=key:ASIAUNKNOWNUNKNOWNXX"))).status).toBe(404);
  });

  it("about names", async () => {
    const names = {
      accounts: [{ account: "111122223333", name: "prod" }],
      people: [{ pattern: "*@example.com", person: "*" }],
    };
    const put = (body: unknown) => putNames(ask("/api/names", body, "PUT"));
    expect(await expectAsDescribed("put", "/api/names", put(names))).toEqual(names);
    expect(await expectAsDescribed("get", "/api/names", getNames(ask("/api/names")))).toEqual(names);
    for (const wrong of [
      { ...names, accounts: [{ account: "prod", name: "111122223333" }] },
      { ...names, accounts: [names.accounts[0], names.accounts[0]] },
      { ...names, people: [{ pattern: "**", person: "everybody" }] },
    ]) {
      const refused = await put(wrong);
      expect(refused.status).toBe(400);
      expect(ProblemSchema.safeParse(await refused.json()).success).toBe(true);
    }
    expect(await (await getNames(ask("/api/names"))).json()).toEqual(names);
  });

  it("about names that AWS Organizations lists, over which given ones stand", async () => {
    stubAwsEnvironment();
    const server = await startOrganizationsServer({
      accounts: [
        { id: "111122223333", name: "production" },
        { id: "444455556666", name: "<b>sandbox</b>" },
        { id: "777788889999", name: "x".repeat(100) },
      ],
    });
    vi.stubEnv("AWS_ENDPOINT_URL_ORGANIZATIONS", server.endpoint);
    const bucket = await postSource(ask("/api/sources", { bucket: "organization-trail" }));
    const { source } = await bucket.json();
    const path = "/api/names/listed";
    const list = (id: string) => postListed(ask(path, { source: id }));
    const listed = await expectAsDescribed("post", path, list(source.id));
    expect(listed).toMatchObject({
      found: 3,
      kept: 2,
      accounts: [
        { account: "111122223333", name: "production", source: "s3://organization-trail/" },
        { account: "444455556666", name: "<b>sandbox</b>" },
      ],
    });
    const given = [{ account: "111122223333", name: "prod" }];
    await putNames(ask("/api/names", { accounts: given, people: [] }, "PUT"));
    expect((await readShownNames(Date.now())).accounts).toEqual([
      ...given,
      { account: "444455556666", name: "<b>sandbox</b>" },
    ]);
    // What a person gives and saves holds only that, so that a new list can bring a new name.
    expect((await (await getNames(ask("/api/names"))).json()).accounts).toEqual(given);
    const { accounts } = await expectAsDescribed("get", path, getListed(ask(path)));
    expect(accounts).toEqual(listed.accounts);

    expect((await list(sourceId)).status).toBe(400);
    expect((await list("nobody")).status).toBe(400);
    expect((await list("00000000-0000-4000-8000-000000000000")).status).toBe(404);
    await server.stop();
    const broken = await list(source.id);
    expect(broken.status).toBe(502);
    expect(ProblemSchema.safeParse(await broken.json()).success).toBe(true);
    expect((await (await getListed(ask(path))).json()).accounts).toHaveLength(2);
    await expectAsDescribed("delete", path, forgetListed(ask(path, {}, "DELETE")));
    expect((await readShownNames(Date.now())).accounts).toEqual(given);
  }, 30_000);

  it("about health", async () => {
    await expectAsDescribed("get", "/api/health", getHealth(ask("/api/health")));
  });

  it("about sources and jobs", async () => {
    await expectAsDescribed("get", "/api/sources", getSources(ask("/api/sources")));
    const one = `/api/sources/${sourceId}`;
    await expectAsDescribed("get", "/api/sources/{id}", getSource(ask(one), at(sourceId)));
    const change = ask(one, { syncEveryMinutes: 15 }, "PATCH");
    await expectAsDescribed("patch", "/api/sources/{id}", patchSource(change, at(sourceId)));
    const added = await expectAsDescribed(
      "post",
      "/api/sources",
      postSource(ask("/api/sources", { bucket: "acme" })),
    );
    await expectAsDescribed("post", "/api/sources/{id}/sync", sync(ask("/", {}), at(sourceId)));
    await expectAsDescribed("post", "/api/sample", postSample(ask("/api/sample", {})));
    await expectAsDescribed("get", "/api/jobs", getJobs(ask("/api/jobs")));
    await expectAsDescribed("post", "/api/jobs/{id}/cancel", cancel(ask("/", {}), at(added.job.id)));
    const removed = deleteSource(ask(one, {}, "DELETE"), at(added.source.id));
    await expectAsDescribed("delete", "/api/sources/{id}", removed);
  });

  it("about suggestions and saved views", async () => {
    const suggest = (text: string) => getSuggestions(ask(`/api/suggest?${text}`));
    const { values } = await expectAsDescribed("get", "/api/suggest", suggest("field=event"));
    expect(values).toHaveLength(20);
    await expectAsDescribed("get", "/api/suggest", suggest("prefix=inst&q=is:write"));
    const body = { name: "Writes", query: "q=is:write" };
    const { view } = await expectAsDescribed("post", "/api/views", postView(ask("/api/views", body)));
    const change = ask("/", { ownerNote: "Kept." }, "PATCH");
    await expectAsDescribed("patch", "/api/views/{id}", patchView(change, at(view.id)));
    await expectAsDescribed("get", "/api/views", getViews(ask("/api/views")));
  });

  it("about what is wrong", async () => {
    const wrong = [
      getEvents(ask("/api/events?q=(&limit=0&order=up")),
      getExport(ask("/api/events/export?format=xls&columns=nope&bom=maybe")),
      getExport(ask("/api/events/export?record=true")),
      getJobs(ask("/api/jobs?limit=501")),
      getSource(ask("/"), at("nobody")),
      postSource(ask("/api/sources", { bucket: "" })),
    ];
    for (const response of await Promise.all(wrong)) {
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      const problem = await response.json();
      expect(ProblemSchema.safeParse(problem).error?.issues ?? []).toEqual([]);
      expect(problem.status).toBe(response.status);
    }
  });
});
