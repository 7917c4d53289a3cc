import { describe, expect, it } from "vitest";
import * as z from "zod";
import { checkInput, readBody } from "#app/api/read-body.ts";
import { Names } from "#lib/event/names.ts";
import { BucketInput } from "#lib/ingest/bucket-input.ts";
import { LookupInput } from "#lib/ingest/lookup-input.ts";

const post = (body: string) => new Request("http://localhost/api/names", { method: "POST", body });

describe("what the database cannot keep is refused", () => {
  it.each([
    ["a name", Names, { accounts: [], people: [{ pattern: "anna*", person: "\0" }] }, "people.0.person"],
    [
      "half a character",
      Names,
      { accounts: [], people: [{ pattern: "\uD800", person: "a" }] },
      "people.0.pattern",
    ],
    ["a prefix", BucketInput, { bucket: "s3://acme-logs/a\0b" }, "bucket"],
    ["a profile", BucketInput, { bucket: "acme-logs", profile: "a\0b" }, "profile"],
    ["a profile of LookupEvents", LookupInput, { regions: "all", profile: "\0" }, "profile"],
  ])("in %s, by its field", (_, schema, value, parameter) => {
    expect(checkInput<z.ZodType>(schema, value)).toMatchObject({
      problems: [{ parameter, message: expect.stringMatching(/cannot be kept/) }],
    });
  });

  it("in a body, with status 400", async () => {
    const sent = post(String.raw`{"name":"a\u0000b","note":"\udc00"}`);
    const response = await readBody(sent, z.looseObject({}));
    expect(response).toBeInstanceOf(Response);
    if (!(response instanceof Response)) return;
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: "bad-request",
      problems: [{ parameter: "name" }, { parameter: "note" }],
    });
  });
});

it("refuses a body of nothing but brackets as it refuses any other", async () => {
  const response = await readBody(post("[".repeat(100_000) + "]".repeat(100_000)), Names);
  expect(response).toMatchObject({ status: 400 });
});

it("keeps everything else as it was sent", async () => {
  const text = "a\u0001 😀 ␀";
  expect(await readBody(post(JSON.stringify({ name: text })), z.object({ name: z.string() }))).toEqual({
    name: text,
  });
});
