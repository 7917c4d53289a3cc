import type { PackedBursts } from "./packed-bursts.ts";

/** One page of the list, as the server hands it to the browser. */
export type ResultsPage = {
  readonly bursts: PackedBursts;
  readonly order: "desc" | "asc";
  /** The marker that it was asked for with. */
  readonly cursor: string | null;
  /** The markers of the pages before and after it in reading order; null where there is none. */
  readonly previousCursor: string | null;
  readonly nextCursor: string | null;
  /** The marker of what lies before the first row, where events may still come on top of it; else null. */
  readonly topCursor: string | null;
};
