import type { LogObject } from "#lib/base/log-store.ts";
import type { Source } from "#lib/db/sources/source.ts";
import { toDatabaseFailure } from "#lib/db/sql/raw.ts";
import type { LoadCounts } from "#lib/db/write/prepared.ts";
import { Failure, type FailureCode, isFailure } from "#lib/server/failure.ts";

/** What a run and its loader threads say to each other. `object` counts the objects that a thread was given. */

export type ThreadData = {
  readonly databaseUrl: string;
  readonly source: Source;
  readonly jobId: string;
};

export type ToThread =
  | { readonly kind: "load"; readonly number: number; readonly object: LogObject }
  | { readonly kind: "finish" | "drain" | "cancel" };

export type FromThread =
  /** Another object may be given in the place of this one. */
  | { readonly kind: "ready"; readonly number: number }
  | { readonly kind: "loaded"; readonly number: number; readonly counts: LoadCounts }
  | { readonly kind: "failed"; readonly number: number; readonly error: PlainError }
  | { readonly kind: "finished" };

/** An error as a message can carry it; `code` is null for what is no Failure. */
export type PlainError = {
  readonly code: FailureCode | null;
  readonly message: string;
  readonly remedy: string | null;
};

export function toPlainError(thrown: unknown): PlainError {
  // Here, since the codes that tell it do not travel.
  const error = toDatabaseFailure(thrown);
  if (isFailure(error)) return { code: error.code, message: error.message, remedy: error.remedy };
  return { code: null, message: error instanceof Error ? error.message : String(error), remedy: null };
}

export function fromPlainError({ code, message, remedy }: PlainError): Error {
  if (code === null) return new Error(message);
  return new Failure(code, message, remedy === null ? {} : { remedy });
}
