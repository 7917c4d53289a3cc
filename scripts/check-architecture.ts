// Holds the rules of the house that no linter knows: who may import whom, no circles, short files.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isTest, refusal, resolveImport } from "#scripts/architecture/check-import.ts";
import { findCycles } from "#scripts/architecture/find-cycles.ts";
import { readImports } from "#scripts/architecture/read-imports.ts";
import { LONGEST_FILE, LONGEST_TEST, NOT_CHECKED, ROOMS, SUPPRESSIONS } from "#scripts/architecture/rooms.ts";

export type Source = {
  /** Path from the project's folder. */
  readonly file: string;
  readonly text: string;
};

/** Everything that is wrong with these files, one sentence each. */
export function problems(sources: readonly Source[]): readonly string[] {
  return [
    ...sources.flatMap(importProblems),
    ...findCycles(importGraph(sources)).map((cycle) => `Circle: ${[...cycle, cycle[0]].join(" -> ")}`),
    ...sources.flatMap(lengthProblem),
    ...suppressionProblem(sources),
  ];
}

function importProblems({ file, text }: Source): readonly string[] {
  return readImports(text).flatMap(({ specifier, line }) => {
    const reason = refusal(file, specifier, ROOMS);
    return reason === null ? [] : [`${file}:${line} -> ${specifier}: ${reason}`];
  });
}

function importGraph(sources: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    sources.map(({ file, text }) => [
      file,
      readImports(text).flatMap(({ specifier }) => resolveImport(file, specifier) ?? []),
    ]),
  );
}

function lengthProblem({ file, text }: Source): readonly string[] {
  const lines = text.trimEnd().split("\n").length;
  const most = isTest(file) || file.startsWith("e2e/") ? LONGEST_TEST : LONGEST_FILE;
  return lines <= most ? [] : [`${file} has ${lines} lines; ${most} is the most`];
}

function suppressionProblem(sources: readonly Source[]): readonly string[] {
  // Spelled in two parts, so that this line is not one.
  const mark = ["biome", "ignore"].join("-");
  const found = sources.flatMap(({ file, text }) => Array(text.split(mark).length - 1).fill(file));
  if (found.length <= SUPPRESSIONS) return [];
  return [`${mark} is used ${found.length} times, ${SUPPRESSIONS} is the most: ${found.join(", ")}`];
}

/** All TypeScript of ours below `root`. */
export function readSources(root: string, folder = ""): readonly Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (NOT_CHECKED.includes(path)) return [];
    if (entry.isDirectory()) return readSources(root, path);
    // Configuration at the top, and declarations that others generate, belong to no room; one file is a room by itself.
    if ((folder === "" && !ROOMS.some((room) => room.folder === path)) || !/\.tsx?$/.test(path)) return [];
    return [{ file: path, text: readFileSync(join(root, path), "utf8") }];
  });
}
