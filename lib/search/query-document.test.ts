import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FIELDS } from "#lib/event/fields.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import { LIMITS } from "#lib/search/query-parser.ts";
import { parseTime } from "#lib/search/time-range.ts";

const PAGE = readFileSync(new URL("../../docs/query.md", import.meta.url), "utf8");

const sectionOf = (heading: string) =>
  PAGE.split(/^## /m).find((section) => section.startsWith(heading)) ?? "";
const codeIn = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map((found) => found[1] ?? "");
const firstCells = (section: string) =>
  [...section.matchAll(/^\| (`.*?) \|/gm)].flatMap((row) => codeIn(row[1] ?? ""));

describe("docs/query.md", () => {
  it("has a row for every field of the catalogue, with both names, its meaning and its choices", () => {
    const rows = sectionOf("Fields").split("\n");
    for (const field of FIELDS) {
      const row = rows.find((line) => line.startsWith(`| \`${field.id}\` | \`${field.awsName}\` |`));
      expect(row, field.id).toContain(field.about);
      if ("choices" in field) expect(row).toContain(field.choices.join(", "));
    }
    expect(firstCells(sectionOf("Fields"))).toEqual(FIELDS.map((field) => field.id));
  });

  it("shows only queries that can be read", () => {
    const blocks = [...PAGE.matchAll(/^```query\n(.+)\n```$/gm)].map((found) => found[1] ?? "");
    const inText = codeIn(sectionOf("Any part") + sectionOf("In a minute")).filter((code) =>
      code.includes(":"),
    );
    const queries = [...blocks, ...firstCells(sectionOf("In a minute")), ...inText];
    expect(queries.length).toBeGreaterThan(20);
    for (const query of queries) expect(parseQuery(query).problems, query).toEqual([]);
  });

  it("shows only times that can be read", () => {
    const times = firstCells(sectionOf("Time"));
    expect(times.length).toBeGreaterThan(5);
    for (const time of times) expect(parseTime(time, Date.UTC(2026, 10, 12)).kind, time).toBe("time");
  });

  it("names the limits that hold", () => {
    const { characters, conditions, depth } = LIMITS;
    const limits = `${characters.toLocaleString("en")} characters, ${conditions} conditions, ${depth} levels`;
    expect(PAGE).toContain(limits);
  });
});
