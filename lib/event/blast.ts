import type { Hop, Proof } from "#lib/event/chain.ts";

/**
 * How far something reached: the credentials that came of it, what they wrote to, and what of that still stands. GET
 * /api/blast. The figures are of the events that were looked at; `isCut` says that there are older ones.
 */
export type Blast = {
  readonly subject: BlastSubject;
  /** ISO 8601; null: without that bound. */
  readonly since: string | null;
  readonly until: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Every credential, parents before what was issued from them. */
  readonly nodes: readonly BlastNode[];
  readonly resources: readonly BlastResource[];
  readonly counts: BlastCounts;
  /** So many of the newest events, and of the newest writes among them for the resources. */
  readonly looked: number;
  readonly lookedWrites: number;
  readonly isCut: boolean;
  /** More credentials were found than are listed. */
  readonly hasMoreNodes: boolean;
};

export type BlastSubject = { readonly kind: "key" | "session" | "ip" | "actor"; readonly value: string };

export type BlastCounts = { readonly events: number; readonly writes: number; readonly denied: number };

export type BlastNode = BlastCounts & {
  /** Its place in the list. */
  readonly index: number;
  readonly parent: number | null;
  readonly depth: number;
  readonly hop: Hop;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** More was issued from it than is listed. */
  readonly isCut: boolean;
  /** Finds its events. */
  readonly q: string;
};

export type BlastResource = {
  readonly id: string;
  readonly type: string | null;
  readonly account: string | null;
  readonly region: string | null;
  /** Writes that succeeded, and such as did not. */
  readonly writes: number;
  readonly refused: number;
  readonly calls: readonly string[];
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly created: Proof | null;
  /** By whomever. */
  readonly deleted: Proof | null;
  /** Created by these credentials, and no deletion is loaded. */
  readonly stands: boolean;
  /** The credentials that wrote to it, by their place in `nodes`. */
  readonly by: readonly number[];
};

const KINDS: readonly BlastSubject["kind"][] = ["key", "session", "ip", "actor"];

/** `key:AKIA…`, `session:…`, `ip:…` or `actor:…`; null for anything else. */
export function parseBlastSubject(text: string): BlastSubject | null {
  const at = text.indexOf(":");
  const kind = KINDS.find((one) => one === text.slice(0, Math.max(0, at)).trim().toLowerCase());
  const value = text.slice(at + 1).trim();
  return kind === undefined || value === "" || value.length > 2_000 ? null : { kind, value };
}

/** The page of how far it reached, in this span if one is given (ISO 8601). */
export function blastHref(
  { kind, value }: BlastSubject,
  span?: { readonly since: string; readonly until: string },
): string {
  const bounds = span === undefined ? "" : `&since=${span.since}&until=${span.until}`;
  return `/blast?from=${encodeURIComponent(`${kind}:${value}`)}${bounds}`;
}
