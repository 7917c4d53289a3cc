import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Records that nobody on this project wrote, read in place where they lie beside the checkout. */
const FOLDER = "../shared/data/real-events";

/** True on machines that have the given set of real events; tests over it say so in their name when it is absent. */
export const hasRealEvents = existsSync(FOLDER);

/** Ends the title of a test that cannot run without the given set. */
export const whereReal = hasRealEvents ? "" : ` (not run: ${FOLDER} is not there)`;

export type RealEvent = { readonly set: string; readonly line: number; readonly text: string };

/** Every line of every set, in the order of the file system's names. */
export function realEvents(): readonly RealEvent[] {
  return readdirSync(FOLDER)
    .sort()
    .filter((set) => existsSync(`${FOLDER}/${set}/events.jsonl`))
    .flatMap((set) =>
      readRealFile(`${set}/events.jsonl`)
        .split("\n")
        .map((text, index) => ({ set, line: index + 1, text }))
        .filter(({ text }) => text !== ""),
    );
}

/** Every record by where it stands (`invictus:17`), taken out of the LookupEvents entries that hold it as text. */
export function realRecords(): ReadonlyMap<string, Record<string, unknown>> {
  return new Map(
    realEvents().map(({ set, line, text }) => {
      const given = JSON.parse(text);
      const inner = given.CloudTrailEvent;
      return [`${set}:${line}`, typeof inner === "string" ? JSON.parse(inner) : given] as const;
    }),
  );
}

export function readRealFile(path: string): string {
  return readFileSync(`${FOLDER}/${path}`, "utf8");
}
