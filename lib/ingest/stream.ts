import type { LogFolder } from "#lib/cloudtrail/object-key.ts";

/**
 * A run of log objects that is listed, and whose progress is kept, as one.
 * `folder` tells how it is laid out: AWS's own folders and `dates` have YYYY/MM/DD below the prefix (or part of
 * a date at its end); `flat` has no order of time in its keys.
 */
export type Stream = {
  /** Ends in `/` unless it is the beginning of a name, or the whole store (""). */
  readonly prefix: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly organization: string | null;
  readonly folder: LogFolder | "dates" | "flat";
};

const DATE_TAIL = /(?<=^|\/)\d{4}\/(?:\d{2}\/(?:\d{2}\/)?)?$/;

/** The folder that holds the year folders, or null for a stream without dates in its keys. */
export function dateRoot({ prefix, folder }: Pick<Stream, "prefix" | "folder">): string | null {
  return folder === "flat" ? null : prefix.replace(DATE_TAIL, "");
}

/** A prefix taken apart: the folder of the years, and the part of a date that follows it ("" for none). */
export function splitDateTail(prefix: string): { readonly root: string; readonly tail: string } {
  const tail = DATE_TAIL.exec(prefix)?.[0] ?? "";
  return { root: prefix.slice(0, prefix.length - tail.length), tail };
}

/** The day in a key (or in the beginning of one) of this stream, `YYYY-MM-DD`; null if there is none. */
export function dayInKey(root: string, key: string): string | null {
  if (!key.startsWith(root)) return null;
  const parts = /^(\d{4})\/(\d{2})\/(\d{2})(?!\d)/.exec(key.slice(root.length));
  return parts === null ? null : `${parts[1]}-${parts[2]}-${parts[3]}`;
}
