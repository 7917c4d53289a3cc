import type { Life } from "#lib/cloudtrail/resource/life.ts";
import type { ParameterChange } from "#lib/cloudtrail/resource/parameter-changes.ts";
import type { Relation } from "#lib/cloudtrail/resource/relation.ts";
import type { Event } from "#lib/event/event.ts";

/**
 * Everything that the loaded events tell of one thing: GET /api/resources/{id}. Each figure comes with the query (`q`)
 * that finds the events it counts. What is bounded says so.
 */
export type ResourceStory = {
  /** As it was asked for. */
  readonly id: string;
  readonly type: string | null;
  readonly account: string | null;
  readonly region: string | null;
  /** Every name it was met under, the one asked for first. */
  readonly names: readonly string[];
  /** Things of one name, where there are several and nothing says which is meant; else empty. */
  readonly choices: readonly Choice[];
  readonly standing: Standing;
  readonly q: string;
  /** When it was first and last named by a loaded event that was looked at. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** What began and ended it, oldest first. */
  readonly lives: readonly { readonly life: Life; readonly event: Event }[];
  readonly changes: Bounded<Change>;
  readonly readers: Bounded<Reader>;
  readonly related: readonly Related[];
};

/**
 * - `standing`: its creation is loaded and no deletion is
 * - `seen`: neither is loaded
 * - `several`: the name stands for several things
 */
export type Standing = "standing" | "deleted" | "deletion-scheduled" | "seen" | "several";

export type Choice = {
  readonly type: string | null;
  readonly account: string | null;
  /** Of the events looked at. */
  readonly events: number;
};

/** A list of the newest; `looked` events were read for it, and `isCut` says that there are older ones. */
export type Bounded<Item> = {
  readonly q: string;
  readonly items: readonly Item[];
  readonly looked: number;
  readonly isCut: boolean;
};

/** A write, newest first in its list, and what it asked for that was not asked before. */
export type Change = {
  readonly event: Event;
  readonly life: Life | null;
  readonly parameters: readonly ParameterChange[];
};

export type Reader = {
  /** The newest of its reads: tells who. */
  readonly event: Event;
  /** How many sessions, by their names; 0 without any. */
  readonly sessions: number;
  readonly q: string;
  readonly count: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** The calls, most frequent first. */
  readonly calls: readonly string[];
};

export type Related = {
  readonly id: string;
  readonly type: string | null;
  readonly relation: Relation;
  /** False where the calls name several things that could be meant. */
  readonly isExact: boolean;
  readonly q: string;
  readonly count: number;
  readonly calls: readonly string[];
  readonly lastSeen: string;
};
