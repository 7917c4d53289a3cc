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
