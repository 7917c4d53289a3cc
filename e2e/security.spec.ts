import { request as httpRequest } from "node:http";
import { STOP } from "#e2e/frozen.ts";
import { expect, test } from "#e2e/test.ts";

const PAGES = ["/", "/events", `/events/${STOP.id}`, "/sources", "/sources/new"];

/** The status of a request whose Host header is another name than the address that was called. */
function statusAs(host: string, baseURL: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(new URL(path, baseURL), { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

for (const path of [...PAGES, "/api/events", "/api/health"]) {
  test(`${path} forbids to be framed, guessed at, and followed by its address`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["x-powered-by"]).toBeUndefined();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toMatch(/script-src [^;]*'nonce-[^']+'/);
    expect(policy).not.toMatch(/script-src [^;]*'unsafe-/);
  });
}

test("every answer has a nonce of its own", async ({ request }) => {
  const policies = await Promise.all(
    [1, 2, 3].map(async () => (await request.get("/")).headers()["content-security-policy"]),
  );
  expect(new Set(policies).size).toBe(3);
});

test.describe("markup that got into a page", () => {
  test.use({ complaints: [/Executing inline event handler violates/] });

  test("does not run", async ({ page, explorer }) => {
    await explorer.open();
    const refused = page.waitForEvent("console", (message) =>
      message.text().includes("Content Security Policy"),
    );
    await page.evaluate(() => {
      const place = document.createElement("div");
      place.innerHTML = '<img src="data:," onerror="document.title = \'ran\'">';
      document.body.append(place);
    });
    await refused;
    await expect(page).toHaveTitle("Events · Waymark");
  });
});

test.describe("another site's page", () => {
  const CALLS = [
    { path: "/api/sources", data: { bucket: "s3://stolen" } },
    {
      path: "/api/uploads",
      multipart: { files: { name: "a.json", mimeType: "text/plain", buffer: Buffer.from("{}") } },
    },
    { path: "/api/sample", data: {} },
  ];
  for (const { path, ...body } of CALLS) {
    test(`cannot POST to ${path}`, async ({ request }) => {
      const before = await (await request.get("/api/sources")).json();
      for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }]) {
        const answer = await request.post(path, { ...body, headers });
        expect(answer.status()).toBe(400);
        expect((await answer.json()).title).toContain("another site's page");
      }
      const after = await (await request.get("/api/sources")).json();
      expect(after.sources.length).toBe(before.sources.length);
    });
  }
});

for (const path of ["/actors/%E0%A4%A", "/sessions/%E0", "/resources/a%", "/api/who/%E0"]) {
  test(`${path} is told to be no address, and is no failure of ours`, async ({ baseURL, request }) => {
    const answer = await request.get(`${baseURL}${path}`);
    expect(answer.status()).toBe(400);
    expect(await answer.text()).toContain("This address cannot be read");
  });
}

test("a name that is not ours is not answered, so no other site can pose as this one", async ({
  baseURL,
}) => {
  const base = baseURL ?? "";
  const { port } = new URL(base);
  for (const path of ["/", "/api/events", "/api/health"]) {
    expect(await statusAs("evil.example", base, path)).toBe(421);
    expect(await statusAs(`127.0.0.1.evil.example:${port}`, base, path)).toBe(421);
    expect(await statusAs(`localhost:${port}`, base, path)).toBe(200);
  }
});

test("a browser that asks for the icon by its old name is given it, and complains of nothing", async ({
  request,
}) => {
  const answer = await request.get("/favicon.ico");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("image/svg+xml");
});
