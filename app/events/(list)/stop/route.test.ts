import { expect, it } from "vitest";
import { POST } from "#app/events/(list)/stop/route.ts";
import { runningSearches } from "#lib/server/running-searches.ts";

const SITE = "http://127.0.0.1:3000";

function stop(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return POST(
    new Request(`${SITE}/events/stop`, {
      method: "POST",
      body,
      headers: { host: "127.0.0.1:3000", ...headers },
    }),
  );
}

it("stops the search that is named", async () => {
  const search = runningSearches().begin({ tab: "stopped", step: 1 });
  const response = await stop('{"tab":"stopped","step":1}', { origin: SITE });
  expect(response.status).toBe(204);
  expect(search?.signal.aborted).toBe(true);
});

it("does nothing where it has ended", async () => {
  runningSearches().begin({ tab: "ended", step: 1 })?.end();
  expect((await stop('{"tab":"ended","step":1}')).status).toBe(204);
});

it("refuses another site's page", async () => {
  const search = runningSearches().begin({ tab: "kept", step: 1 });
  const response = await stop('{"tab":"kept","step":1}', { "sec-fetch-site": "cross-site" });
  expect(response.status).toBe(400);
  expect(search?.signal.aborted).toBe(false);
});

it.each([
  "",
  "[]",
  "null",
  '{"tab":1,"step":1}',
  '{"tab":"a","step":-1}',
  '{"tab":"a","step":0.5}',
  `{"tab":"${"a".repeat(33)}","step":1}`,
  '{"tab":"a","step":1,"more":1}',
])("refuses what names none: %s", async (body) => {
  expect((await stop(body)).status).toBe(400);
});
