export type Import = {
  /** As it is written between the quotes. */
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
};

// `import … from "x"`, `export … from "x"`, `import "x"`, `import("x")`, `import.meta.resolve("x")`.
const PATTERNS = [
  /(?:^|[;\n])\s*(?:import|export)\s(?:[^"'`;]*?\sfrom\s*)?["']([^"'\n]+)["']/g,
  /\bimport\s*\(\s*["']([^"'\n]+)["']\s*\)/g,
  /\bimport\.meta\.resolve\(\s*["']([^"'\n]+)["']\s*\)/g,
];

/** What a TypeScript file imports, types included. Good for code as Biome formats it, not for any code. */
export function readImports(source: string): readonly Import[] {
  const code = withoutComments(source);
  return PATTERNS.flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => ({
      specifier: match[1] ?? "",
      line: code.slice(0, match.index + match[0].length).split("\n").length,
    })),
  );
}

/** Blanks comments, but not what looks like one inside quotes. Keeps line numbers. */
function withoutComments(source: string): string {
  return source.replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (found) =>
    found.startsWith("/") ? found.replace(/[^\n]/g, " ") : found,
  );
}
