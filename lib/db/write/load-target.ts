import type pg from "pg";
import type { Dictionary } from "#lib/db/terms/dictionary.ts";

/** Where a batch goes, and in whose name. */
export type LoadTarget = {
  readonly pool: pg.Pool;
  readonly dictionary: Dictionary;
  readonly source: { readonly id: string; readonly name: string };
  readonly jobId: string | null;
};
