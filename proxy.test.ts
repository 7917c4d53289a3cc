import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { proxy } from "./proxy.ts";

const ask = (path: string) =>
  proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { headers: { host: "127.0.0.1:3000" } }));

describe("a NUL is refused before any page or route", () => {
  it.each(["/actors/%00", "/resources/a/b%00", "/s/%00", "/blast?from=key:%00", "/sources/a?after=%00"])(
    "by a sentence: %s",
    async (path) => {
      const response = ask(path);
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/holds a NUL character/);
    },
  );

  it.each(["/api/who/%00", "/api/facets?search=%00", "/api/suggest?prefix=%00", "/api/blast?from=%00"])(
    "as a problem: %s",
    async (path) => {
      const response = ask(path);
      expect(response.status).toBe(400);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect((await response.json()).title).toMatch(/holds a NUL character/);
    },
  );
});

it.each(["/events?q=%00", "/api/events?q=%00", "/actors/anna%2500", "/events?q=%E2%90%80"])(
  "lets %s pass: what is wrong with a query, its reader says",
  (path) => {
    expect(ask(path).headers.get("x-middleware-next")).toBe("1");
  },
);
