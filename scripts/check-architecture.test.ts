import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";
import { isTest, refusal, roomOf } from "#scripts/architecture/check-import.ts";
import { findCycles } from "#scripts/architecture/find-cycles.ts";
import { readImports } from "#scripts/architecture/read-imports.ts";
import { ROOMS, SUPPRESSIONS } from "#scripts/architecture/rooms.ts";
import { problems, readSources, type Source } from "#scripts/check-architecture.ts";

function refused(file: string, specifier: string): string | null {
  return refusal(file, specifier, ROOMS);
}

describe("the table of rooms", () => {
  it.each([
    ["lib/db/read/count.ts", "pg"],
    ["lib/db/database.ts", "#prisma/generated/client.ts"],
    ["lib/ingest/run.ts", "#lib/aws/s3-store.ts"],
    ["lib/search/match.ts", "#lib/event/event.ts"],
    ["components/ui/badge.tsx", "./badge.module.css"],
    ["components/ui/badge.tsx", "./icon.tsx"],
    ["app/events/page.tsx", "next/link"],
    ["bench/run.ts", "#lib/db/testing/test-server.ts"],
    ["bin/launch.ts", "node:path"],
  ])("lets %s import %s", (file, specifier) => {
    expect(refused(file, specifier)).toBeNull();
  });

  it.each([
    ["lib/event/event.ts", "node:fs", "lib/event may not use this package"],
    ["lib/search/match.ts", "react", "lib/search may not use this package"],
    ["lib/search/match.ts", "#lib/cloudtrail/object-key.ts", "lib/search may not import lib/cloudtrail"],
    ["lib/base/hash31.ts", "#lib/event/event.ts", "lib/base may not import lib/event"],
    ["lib/ingest/run.ts", "pg", "lib/ingest may not use this package"],
    ["lib/ingest/run.ts", "@aws-sdk/client-s3", "lib/ingest may not use this package"],
    ["app/page.tsx", "@prisma/client", "app may not use this package"],
    ["app/page.tsx", "#prisma/generated/client.ts", "app may not import prisma/generated"],
    ["components/explorer/row.tsx", "#lib/db/database.ts", "components/explorer may not import lib/db"],
    ["components/ui/row.tsx", "#components/event/cells.tsx", "components/ui may not import components/event"],
    ["components/ui/row.tsx", "#lib/event/event.ts", "components/ui may not import lib/event"],
    ["lib/db/database.ts", "#lib/db/testing/test-server.ts", "is not a test, but imports from one"],
    [
      "lib/db/database.ts",
      "../server/env.ts",
      "leaves its folder by a relative path: write #folder/… instead",
    ],
    ["lib/report/list.ts", "#lib/base/hash31.ts", "lies in a folder that the table of rooms does not know"],
    [
      "lib/ingest/run.ts",
      "#lib/report/list.ts",
      "imports from a folder that the table of rooms does not know",
    ],
  ])("does not let %s import %s", (file, specifier, reason) => {
    expect(refused(file, specifier)).toBe(reason);
  });

  it("takes the longest folder that fits for a file's room", () => {
    const rooms = [
      { folder: "lib", rooms: [], packages: [] },
      { folder: "lib/db", rooms: [], packages: [] },
    ];
    expect(roomOf("lib/db/database.ts", rooms)?.folder).toBe("lib/db");
    expect(roomOf("lib/dbx/database.ts", rooms)?.folder).toBe("lib");
  });

  it("takes a file for a room that is one by itself, and holds it to the table", () => {
    expect(roomOf("proxy.ts", ROOMS)?.folder).toBe("proxy.ts");
    expect(refused("proxy.ts", "#lib/server/env.ts")).toBeNull();
    expect(refused("proxy.ts", "#lib/db/database.ts")).toBe("proxy.ts may not import lib/db");
    expect(readSources(PROJECT_ROOT).map(({ file }) => file)).toContain("proxy.ts");
  });

  it("lets tests import what they like", () => {
    expect(isTest("lib/search/match.test.ts")).toBe(true);
    expect(isTest("components/event/cells.test.tsx")).toBe(true);
    expect(isTest("lib/db/latest.ts")).toBe(false);
    expect(refused("lib/search/match.db.test.ts", "pg")).toBeNull();
  });
});

describe("reading imports", () => {
  it("sees every form, across lines, and with its line", () => {
    const source = [
      'import { a } from "#lib/a.ts";',
      "import {",
      "  b,",
      '} from "#lib/b.ts";',
      'import type { C } from "#lib/c.ts";',
      'import "#lib/d.ts";',
      'export { e } from "#lib/e.ts";',
      'const f = await import("#lib/f.ts");',
      'const g = import.meta.resolve("#lib/g.ts");',
    ].join("\n");
    expect(readImports(source).map(({ specifier, line }) => [specifier.slice(5, 6), line])).toEqual([
      ["a", 1],
      ["b", 4],
      ["c", 5],
      ["d", 6],
      ["e", 7],
      ["f", 8],
      ["g", 9],
    ]);
  });

  it("overlooks comments and text", () => {
    const source = [
      '// import { a } from "#lib/a.ts";',
      '/* import "#lib/b.ts" */',
      'const text = "http://example.com"; // import("#lib/c.ts")',
      "const from = '// not a comment';",
    ].join("\n");
    expect(readImports(source)).toEqual([]);
  });
});

describe("circles", () => {
  it("are found, however long", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c", "d"]],
      ["c", ["a"]],
      ["d", []],
    ]);
    expect(findCycles(graph)).toEqual([["a", "b", "c"]]);
  });

  it("are not seen where two ways lead to one file", () => {
    const graph = new Map([
      ["a", ["b", "c"]],
      ["b", ["d"]],
      ["c", ["d"]],
      ["d", []],
    ]);
    expect(findCycles(graph)).toEqual([]);
  });
});

describe("the check", () => {
  const clean: Source[] = Array.from({ length: SUPPRESSIONS }, (_, at) => ({
    file: `lib/base/file-${at}.ts`,
    text: `// ${["biome", "ignore"].join("-")} lint/a: agreed\n`,
  }));

  it("has nothing to say about clean files", () => {
    expect(problems(clean)).toEqual([]);
  });

  it("names file, line and import that are not allowed", () => {
    const source = { file: "lib/base/bad.ts", text: '\nimport { Pool } from "pg";\n' };
    expect(problems([...clean, source])).toEqual([
      "lib/base/bad.ts:2 -> pg: lib/base may not use this package",
    ]);
  });

  it("names the files of a circle, siblings by relative path included", () => {
    const circle = [
      { file: "lib/base/a.ts", text: 'import "#lib/base/b.ts";' },
      { file: "lib/base/b.ts", text: 'import "./a.ts";' },
    ];
    expect(problems([...clean, ...circle])).toEqual([
      "Circle: lib/base/a.ts -> lib/base/b.ts -> lib/base/a.ts",
    ]);
  });

  it("names files that are too long, and lets tests be longer", () => {
    const text = "x;\n".repeat(300);
    expect(
      problems([...clean, { file: "lib/base/long.ts", text }, { file: "lib/base/long.test.ts", text }]),
    ).toEqual(["lib/base/long.ts has 300 lines; 250 is the most"]);
  });

  it("counts rules that are switched off in place", () => {
    const more = [
      ...clean,
      {
        file: "lib/base/more.ts",
        text: clean
          .map(({ text }) => text)
          .slice(0, 1)
          .join(""),
      },
    ];
    expect(problems(more)).toEqual([
      expect.stringContaining(`is used ${SUPPRESSIONS + 1} times, ${SUPPRESSIONS} is the most`),
    ]);
    expect(problems(clean.slice(1))).toEqual([]);
  });
});
