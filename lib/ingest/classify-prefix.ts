import { readObjectKey } from "#lib/cloudtrail/object-key.ts";
import { type Stream, splitDateTail } from "#lib/ingest/stream.ts";

export type PrefixKind =
  | { readonly kind: "stream"; readonly stream: Stream }
  | { readonly kind: "set-aside"; readonly why: string }
  /** Only a look inside can tell. */
  | { readonly kind: "unknown" };

/** What a prefix is by its name alone: it is read as the key of an object that could lie there. */
export function classifyPrefix(prefix: string): PrefixKind {
  if (prefix !== "" && !prefix.endsWith("/")) return { kind: "unknown" };
  const { root } = splitDateTail(prefix);
  const dated = readObjectKey(`${root}2000/01/01/object.json.gz`);
  if (dated.kind === "log") {
    const { account, region, organization, folder } = dated;
    return { kind: "stream", stream: { prefix, account, region, organization, folder } };
  }
  const beside = readObjectKey(`${prefix}object.json.gz`);
  if (beside.kind === "digest") {
    return { kind: "set-aside", why: "CloudTrail digest files, which prove log files and hold no events" };
  }
  if (beside.kind === "other") return { kind: "set-aside", why: beside.reason };
  return { kind: "unknown" };
}

export function flatStream(prefix: string): Stream {
  return { prefix, account: null, region: null, organization: null, folder: "flat" };
}

export type FolderContent =
  | { readonly kind: "flat" }
  | { readonly kind: "folders"; readonly streams: readonly Stream[]; readonly rest: readonly string[] };

/**
 * Looks at the folders found in one place of an unknown layout. A year folder is a stream of its own; folders
 * named by a part of a date in another way (`year=2026/`, `dt=2026-10-01/`, `2026-10-01/`) make their parent one
 * flat stream, since walking them would cost a list for every day.
 */
export function findStreamFolders(parent: string, folders: readonly string[]): FolderContent {
  const nameOf = (folder: string): string => folder.slice(parent.lastIndexOf("/") + 1, -1);
  if (folders.some((folder) => DATE_PARTITION.test(nameOf(folder)))) return { kind: "flat" };
  const years = folders.filter(
    (folder) => YEAR.test(nameOf(folder)) && classifyPrefix(folder).kind === "unknown",
  );
  const unknown = { account: null, region: null, organization: null, folder: "dates" } as const;
  return {
    kind: "folders",
    streams: years.map((prefix) => ({ prefix, ...unknown })),
    rest: folders.filter((folder) => !years.includes(folder)),
  };
}

const YEAR = /^20\d{2}$/;
const DATE_PARTITION = /^(?:(?:year|yyyy|y|month|day|date|dt|ds)=\d+(?:-\d+)*|20\d{2}-?\d{2}(?:-?\d{2})?)$/i;
