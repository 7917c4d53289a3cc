import { describe, expect, it } from "vitest";
import { ENDPOINTS } from "#app/api/contract/endpoints.ts";
import { toOpenApi } from "#app/api/contract/openapi.ts";
import { firstValues } from "#app/api/contract/parameters.ts";
import { refuseCall } from "#app/api/contract/refuse-call.ts";
import { codeParts, describeOperation } from "./describe-operation.ts";

const DOCUMENT = toOpenApi(ENDPOINTS);
const EXAMPLES = ENDPOINTS.flatMap((endpoint) => {
  const { example } = describeOperation(DOCUMENT, endpoint, "http://localhost");
  return example === null ? [] : [{ endpoint, example }];
});

describe.each(EXAMPLES)("$example", ({ endpoint, example }) => {
  it("asks only for what its route has, and for all that it needs", () => {
    const [address = ""] = /http:\S+/.exec(example) ?? [];
    const given = [...example.matchAll(/ -d (\S+)| --data-urlencode '([^']+)'/g)].map(
      (one) => one[1] ?? one[2],
    );
    const url = new URL(`${address}?${given.join("&")}`);
    expect(refuseCall(new Request(url))).toBeNull();
    expect(endpoint.query?.safeParse(firstValues(url.searchParams)).error?.issues ?? []).toEqual([]);
  });
});

it("stands for every route that only reads and whose address is known", () => {
  expect(EXAMPLES.length).toBeGreaterThan(14);
});

it("parameters that must be there are told, and no others", () => {
  const needed = ENDPOINTS.flatMap(({ method, path }) => {
    const { parameters = [] } = DOCUMENT.paths[path]?.[method] ?? {};
    const required = Array.isArray(parameters)
      ? parameters.filter((one) => one.required && one.in === "query")
      : [];
    return required.map(({ name }) => `${path} ${name}`);
  });
  expect(needed).toEqual(["/api/events/newer cursor", "/api/blast from", "/api/blast/export from"]);
});

it("no parameter is without words", () => {
  const silent = ENDPOINTS.flatMap((endpoint) =>
    describeOperation(DOCUMENT, endpoint, "http://localhost")
      .parameters.filter(({ about }) => about === "")
      .map(({ name }) => `${endpoint.method} ${endpoint.path} ${name}`),
  );
  expect(silent).toEqual([]);
});

it("code is told from the words around it", () => {
  expect(codeParts("As in `now-7d`. Absent: `now`.")).toEqual([
    { at: 0, text: "As in ", isCode: false },
    { at: 6, text: "now-7d", isCode: true },
    { at: 14, text: ". Absent: ", isCode: false },
    { at: 24, text: "now", isCode: true },
    { at: 29, text: ".", isCode: false },
  ]);
});
