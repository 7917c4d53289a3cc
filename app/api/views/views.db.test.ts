import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DELETE, PATCH } from "#app/api/views/[id]/route.ts";
import { GET, POST } from "#app/api/views/route.ts";
import { database } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { findView } from "#lib/db/views/find-view.ts";

/** The routes, called as Next calls them. */

let testDatabase: TestDatabase;
beforeEach(async () => {
  testDatabase = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", testDatabase.url);
});
afterEach(async () => {
  await database().close();
  Reflect.deleteProperty(globalThis, "waymarkDatabase");
  vi.unstubAllEnvs();
  await testDatabase.drop();
});

const NOBODY = "00000000-0000-7000-8000-000000000000";

function request(method: string, body?: unknown, headers: Record<string, string> = {}): Request {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return new Request("http://localhost/api/views", { method, headers, ...sent });
}

const at = (id: string) => ({ params: Promise.resolve({ id }) });

async function save(body: unknown) {
  const response = await POST(request("POST", body));
  return { status: response.status, json: await response.json() };
}

const VIEW = { name: "Denied, last week", query: "?from=now-7d&q=is%3Adenied&cursor=x&event=y" };

it("keeps a view as it was written, without the page and the event that happened to be open", async () => {
  const { status, json } = await save({ ...VIEW, ownerNote: "Ask Ana." });
  expect(status).toBe(201);
  expect(json.view).toMatchObject({
    name: "Denied, last week",
    description: "",
    ownerNote: "Ask Ana.",
    query: "q=is:denied&from=now-7d",
    token: expect.stringMatching(/^[a-z2-9]{8}$/),
  });
  expect(await findView(database(), json.view.token)).toEqual(json.view);
});

it("lists views by name", async () => {
  for (const name of ["b", "c", "a"]) await save({ ...VIEW, name });
  const { views } = await (await GET(request("GET"))).json();
  expect(views.map(({ name }: { name: string }) => name)).toEqual(["a", "b", "c"]);
});

it("changes what is named and leaves the address alone", async () => {
  const { view } = (await save(VIEW)).json;
  const change = async (body: unknown) => (await PATCH(request("PATCH", body), at(view.id))).json();
  expect((await change({ description: "What was refused." })).view).toMatchObject({
    name: view.name,
    token: view.token,
    description: "What was refused.",
  });
  expect((await change({ query: "q=is:failed" })).view).toMatchObject({
    query: "q=is:failed",
    token: view.token,
  });
  expect((await change({ name: " " })).problems).toMatchObject([{ parameter: "name" }]);
  expect((await change({ token: "mine" })).code).toBe("bad-request");
});

it("forgets a view and its address", async () => {
  const { view } = (await save(VIEW)).json;
  expect((await DELETE(request("DELETE"), at(view.id))).status).toBe(204);
  expect(await findView(database(), view.token)).toBeNull();
  expect((await DELETE(request("DELETE"), at(view.id))).status).toBe(404);
  expect((await PATCH(request("PATCH", { name: "x" }), at(NOBODY))).status).toBe(404);
});

it("refuses a view that cannot be read, with what is wrong and where", async () => {
  expect(await save({ name: "x", query: "q=evnt:Stop" })).toMatchObject({
    status: 400,
    json: { code: "bad-query", problems: [{ parameter: "q", position: 0 }] },
  });
  expect((await save({ name: "x", query: "from=yesterday" })).status).toBe(400);
});

it("refuses a view without a name, with too much text, or with a NUL", async () => {
  for (const wrong of [
    { name: "  " },
    { name: "x".repeat(101) },
    { ownerNote: "x".repeat(2_001) },
    { name: "\u0000" },
  ]) {
    const [parameter] = Object.keys(wrong);
    expect(await save({ ...VIEW, ...wrong })).toMatchObject({
      status: 400,
      json: { problems: [{ parameter }] },
    });
  }
});

it("refuses what another site's page sends", async () => {
  const foreign = { "sec-fetch-site": "cross-site" };
  const { view } = (await save(VIEW)).json;
  const answers = await Promise.all([
    POST(request("POST", VIEW, foreign)),
    PATCH(request("PATCH", { name: "taken" }, foreign), at(view.id)),
    DELETE(request("DELETE", undefined, foreign), at(view.id)),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  expect(await findView(database(), view.token)).toEqual(view);
});

it("knows no address but those that it gave out", async () => {
  for (const token of ["", "nothing2", "../api", "x".repeat(500), "a'b", "%00"]) {
    expect(await findView(database(), token)).toBeNull();
  }
});
