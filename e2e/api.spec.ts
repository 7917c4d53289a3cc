import { expect, test } from "#e2e/test.ts";

/** What the API does with calls that it does not have, asked of every address that it says it has. */

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** What it says of itself, as far as this needs it. */
type Contract = { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

test("every address refuses the methods that it does not take, and says which it takes", async ({
  request,
}) => {
  const { paths }: Contract = await (await request.get("/api/openapi.json")).json();
  expect(Object.keys(paths).length).toBeGreaterThan(25);
  for (const [path, operations] of Object.entries(paths)) {
    const address = path.replaceAll(/\{\w+\}/g, "nothing");
    const own = Object.keys(operations).map((method) => method.toUpperCase());
    const allow = [...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"].sort().join(", ");
    const options = await request.fetch(address, { method: "OPTIONS" });
    expect([path, options.status(), options.headers()["allow"]]).toEqual([path, 204, allow]);
    for (const method of METHODS.filter((one) => !own.includes(one))) {
      const answer = await request.fetch(address, { method });
      expect([path, method, answer.status()]).toEqual([path, method, 405]);
      expect(answer.headers()).toMatchObject({ allow, "content-type": "application/problem+json" });
      expect(await answer.json()).toMatchObject({
        type: "urn:waymark:problem:method-not-allowed",
        code: "method-not-allowed",
        status: 405,
        title: expect.stringContaining(`${path} does not take ${method}.`),
      });
    }
  }
});

for (const path of ["/api", "/api/nothing", "/api/events/a/b", "/api/%65vent", "/api/nothing?q=a"]) {
  test(`${path} is told to be no address of the API`, async ({ request }) => {
    for (const method of [...METHODS, "OPTIONS"]) {
      const answer = await request.fetch(path, { method });
      expect(answer.status()).toBe(404);
      expect(answer.headers()["content-type"]).toBe("application/problem+json");
      expect(await answer.json()).toMatchObject({ code: "not-found", status: 404 });
    }
    expect((await request.head(path)).status()).toBe(404);
  });
}

for (const { address, code, title } of [
  {
    address: "/api/events?limt=5",
    code: "bad-query",
    title: "There is no parameter limt. Did you mean limit?",
  },
  {
    address: "/api/facets?feild=event",
    code: "bad-query",
    title: "There is no parameter feild. Did you mean field?",
  },
  {
    address: "/api/jobs?sources=a",
    code: "bad-request",
    title: "There is no parameter sources. Did you mean source?",
  },
  {
    address: "/api/sources?kind=s3",
    code: "bad-request",
    title: "There is no parameter kind: this address takes none.",
  },
]) {
  test(`${address} is refused, and told what may be meant`, async ({ request }) => {
    const answer = await request.get(address);
    expect(answer.status()).toBe(400);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
    const parameter = /\?(\w+)=/.exec(address)?.[1];
    expect(await answer.json()).toMatchObject({ code, title, problems: [{ parameter, message: title }] });
    expect((await request.head(address)).status()).toBe(400);
  });
}

test("an upload by a method that takes none is refused, though it passes by the others' door", async ({
  request,
}) => {
  const files = { name: "a.json", mimeType: "text/plain", buffer: Buffer.from("{}") };
  const answer = await request.put("/api/uploads", { multipart: { files } });
  expect(answer.status()).toBe(405);
  expect(answer.headers()["allow"]).toBe("OPTIONS, POST");
});

test("HEAD has the head of GET and no body, and holds on to no export", async ({ request }) => {
  const few = "/api/events/export?q=event:StopInstances";
  for (const path of ["/api/events", "/api/health", few, "/api/events/nothing"]) {
    // One more than may export at once.
    for (let turn = 0; turn < 4; turn += 1) {
      const head = await request.head(path);
      expect([path, head.status(), await head.text()]).toEqual([
        path,
        path.endsWith("nothing") ? 404 : 200,
        "",
      ]);
    }
    const [head, get] = [await request.head(path), await request.get(path)];
    expect(head.headers()["content-type"]).toBe(get.headers()["content-type"]);
    expect(head.status()).toBe(get.status());
  }
});

test("an address of the API that cannot be read is a problem as any other", async ({ baseURL, request }) => {
  const answer = await request.get(`${baseURL}/api/who/%E0`);
  expect(answer.status()).toBe(400);
  expect(await answer.json()).toMatchObject({
    code: "bad-request",
    title: expect.stringContaining("cannot be read"),
  });
});

test("an id with encoded slashes and percent signs is one segment of its address", async ({ request }) => {
  const id = encodeURIComponent("arn:aws:s3:::no/100%/body");
  for (const [kind, status, title] of [
    ["resources", 404, "No loaded event names this resource."],
    ["actors", 404, "No loaded event names this actor."],
    ["who", 400, "This is no event id, no access key id and no session."],
    ["sessions", 400, "This is no event id, no access key id and no session."],
  ] as const) {
    const answer = await request.get(`/api/${kind}/${id}`);
    expect(await answer.json()).toMatchObject({ status, title });
  }
});
