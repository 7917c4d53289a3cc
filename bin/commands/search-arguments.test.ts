import { expect, it } from "vitest";
import { readSearchArguments } from "#bin/commands/search-arguments.ts";
import { parseQuery } from "#lib/search/parse-query.ts";

const NOW = Date.UTC(2026, 10, 12, 14, 31, 7);

it("takes one quoted query or several words, and conditions that begin with a dash", () => {
  for (const args of [
    ["event:StopInstances -region:us-east-1"],
    ["event:StopInstances", "-region:us-east-1"],
    ["event:StopInstances", "--limit", "5", "-region:us-east-1"],
  ]) {
    const { q, search } = readSearchArguments(args, NOW);
    expect(q).toBe("event:StopInstances -region:us-east-1");
    expect(search.where).toEqual(parseQuery(q).where);
  }
});

it("has sensible defaults", () => {
  const request = readSearchArguments([], NOW);
  expect(request).toMatchObject({ q: "", order: "desc", limit: 50, format: "table" });
  expect(request.search.range).toEqual({ from: null, to: null });
});

it("reads times from now, and every limit", () => {
  const request = readSearchArguments(["--from", "now-7d", "--to=2026-11-12", "--limit", "all"], NOW);
  expect(request.search.range).toEqual({ from: NOW - 7 * 86_400_000, to: Date.UTC(2026, 10, 12) });
  expect(request.limit).toBeNull();
  expect(readSearchArguments(["--limit", "100000"], NOW).limit).toBe(100_000);
});

it.each([["-5"], ["1.5"], ["1e3"], ["ten"], [""], ["9".repeat(30)]])("refuses %j as a limit", (limit) => {
  expect(() => readSearchArguments([`--limit=${limit}`], NOW)).toThrow(/--limit is a whole number/);
});
