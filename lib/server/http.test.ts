import { expect, it } from "vitest";
import { respond } from "#lib/server/http.ts";

/** An answer whose body tells when it is given up. */
function streamed() {
  const seen = { isGivenUp: false };
  const body = new ReadableStream({
    cancel() {
      seen.isGivenUp = true;
    },
  });
  const answer = async () => new Response(body, { status: 201, headers: { "content-type": "text/csv" } });
  return { seen, answer };
}

it("answers HEAD with the head alone, and lets go of what the body was read from", async () => {
  const { seen, answer } = streamed();
  const response = await respond(new Request("http://localhost/", { method: "HEAD" }), answer);
  expect([response.status, response.headers.get("content-type")]).toEqual([201, "text/csv"]);
  expect(response.body).toBeNull();
  expect(seen.isGivenUp).toBe(true);
});

it("answers GET with the body", async () => {
  const { seen, answer } = streamed();
  const response = await respond(new Request("http://localhost/"), answer);
  expect(response.body).not.toBeNull();
  expect(seen.isGivenUp).toBe(false);
});
