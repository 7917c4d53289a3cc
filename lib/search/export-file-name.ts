import type { TimeRange } from "#lib/search/search.ts";

const LONGEST_QUERY = 48;

/**
 * A name that tells what is in the file, and that every file system takes: `waymark-StopInstances-from-2026-11-01
 * -to-2026-11-12T14.31.csv`. Nothing but ASCII letters, digits, dots and dashes, whatever was asked for.
 */
export function exportFileName(q: string, range: TimeRange, extension: string): string {
  const asked = q
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST_QUERY)
    .replace(/-+$/, "");
  const parts = ["waymark", asked === "" ? "events" : asked];
  if (range.from !== null) parts.push("from", moment(range.from));
  if (range.to !== null) parts.push("to", moment(range.to));
  return `${parts.join("-")}.${extension}`;
}

/** UTC; a midnight is its day. Windows takes no colons. */
function moment(at: number): string {
  const iso = new Date(at).toISOString();
  const clock = iso.slice(11, 19).replace(/:00$/, "");
  return clock === "00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${clock.replaceAll(":", ".")}`;
}
