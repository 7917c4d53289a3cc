import { describe, expect, it } from "vitest";
import { ENDPOINTS } from "#app/api/contract/endpoints.ts";
import { ProblemSchema } from "#app/api/contract/event-schemas.ts";
import { refuseCall } from "#app/api/contract/refuse-call.ts";

const refused = (method: string, path: string) =>
  refuseCall(new Request(`http://localhost${path}`, { method }));

/** An address of this path, whose ids hold what ids may hold. */
const addressOf = (path: string) => path.replaceAll(/\{\w+\}/g, "arn%3Aaws%3A%2F100%25");

const PATHS = [...new Set(ENDPOINTS.map(({ path }) => path))];

describe.each(PATHS)("%s", (path) => {
  const own = ENDPOINTS.filter((one) => one.path === path).map(({ method }) => method.toUpperCase());
  const taken = [...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"].sort();

  it("lets its own methods pass", () => {
    for (const method of taken.filter((one) => one !== "OPTIONS")) {
      expect(refused(method, addressOf(path))).toBeNull();
    }
  });

  it("refuses every other, and names its own", async () => {
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
      if (taken.includes(method)) continue;
      const response = refused(method, addressOf(path));
      expect(response?.status).toBe(405);
      expect(response?.headers.get("allow")).toBe(taken.join(", "));
      expect(response?.headers.get("content-type")).toBe("application/problem+json");
      const problem = ProblemSchema.parse(await response?.json());
      expect(problem.code).toBe("method-not-allowed");
      expect(problem.title).toBe(`${path} does not take ${method}. It takes ${taken.join(", ")}.`);
    }
  });

  it("tells OPTIONS which it takes", () => {
    const response = refused("OPTIONS", addressOf(path));
    expect(response?.status).toBe(204);
    expect(response?.headers.get("allow")).toBe(taken.join(", "));
  });
});

it.each([
  "/api",
  "/api/nothing",
  "/api/Events",
  "/api/events/",
  "/api/events/a/b",
  "/api/events/a/neighbours/c",
  "/api/sources/a/b",
])("knows no %s", async (path) => {
  for (const method of ["GET", "OPTIONS", "DELETE"]) {
    const response = refused(method, path);
    expect(response?.status).toBe(404);
    expect(ProblemSchema.parse(await response?.json()).code).toBe("not-found");
  }
});

it("takes the address that says more where two fit, and one whose letters are encoded", () => {
  expect(refused("GET", "/api/sources/test")?.headers.get("allow")).toBe("OPTIONS, POST");
  expect(refused("PATCH", "/api/sources/other")).toBeNull();
  expect(refused("GET", "/api/%65vents")).toBeNull();
});

describe.each(ENDPOINTS)("$method $path", ({ method, path, query, problems = [] }) => {
  const names = Object.keys(query?.shape ?? {});
  const ask = (text: string) => refused(method.toUpperCase(), `${addressOf(path)}?${text}`);

  it("takes its own parameters, by whatever value", () => {
    expect(ask(names.map((name) => `${name}=%3A&${name}=`).join("&"))).toBeNull();
  });

  it("refuses one that it does not have, by the code that it has for the others", async () => {
    const response = ask("colour=blue&colour=red&size=");
    expect(response?.status).toBe(400);
    const problem = ProblemSchema.parse(await response?.json());
    expect(problem.code).toBe(problems.includes("bad-query") ? "bad-query" : "bad-request");
    expect(problem.problems?.map(({ parameter }) => parameter)).toEqual(["colour", "size"]);
    const rest = names.length === 0 ? ": this address takes none." : `. There are: ${names.join(", ")}.`;
    expect(problem.title).toBe(`There is no parameter colour${rest}`);
  });
});

it.each([
  ["/api/events?limt=5", "There is no parameter limt. Did you mean limit?"],
  ["/api/facets?feild=event", "There is no parameter feild. Did you mean field?"],
  ["/api/histogram?bucket=20", "There is no parameter bucket. Did you mean buckets?"],
  ["/api/suggest?prefx=a", "There is no parameter prefx. Did you mean prefix?"],
  ["/api/events/count?query=is:write", "There is no parameter query. Did you mean q?"],
  ["/api/events/export?timezone=utc", "There is no parameter timezone. Did you mean tz?"],
  ["/api/actors/alice?start=now-7d", "There is no parameter start. Did you mean from?"],
  ["/api/jobs?sources=a", "There is no parameter sources. Did you mean source?"],
  ["/api/blast?from=key:A&Since=now-1d", "There is no parameter Since. Did you mean since?"],
])("tells what was meant by %s", async (path, title) => {
  expect(await refused("GET", path)?.json()).toMatchObject({ status: 400, title });
});

it.each([
  ["/api/facets?field=event&search=%00", "bad-query", "search"],
  ["/api/suggest?field=event&prefix=a%00b", "bad-query", "prefix"],
  ["/api/suggest?prefix=abc&path=%00", "bad-query", "path"],
  ["/api/resources/bucket?type=%00", "bad-request", "type"],
  ["/api/sources/a?code=%00&after=", "bad-request", "code"],
  ["/api/blast?from=key:%00", "bad-request", "from"],
  ["/api/events/a/neighbours?account=%00", "bad-request", "account"],
])("refuses the NUL in %s", async (path, code, parameter) => {
  const problem = await refused("GET", path)?.json();
  expect(problem).toMatchObject({ status: 400, code, problems: [{ parameter }] });
});

it("takes the query string of a page for a search, and for nothing else", () => {
  const page = "q=a&from=now-7d&to=now&tz=local&order=asc&limit=10&fold=off&cols=time&event=x&cursor=y";
  const searches = ENDPOINTS.filter(({ query }) => query !== undefined && "q" in query.shape);
  expect(searches.length).toBeGreaterThan(6);
  for (const { path } of searches) expect(refused("GET", `${path}?${page}`)).toBeNull();
  expect(refused("GET", `/api/jobs?${page}`)?.status).toBe(400);
});
