import type { OwnPage } from "./page-of.ts";

/** Where a handle stands on screen. */
export type HandleBox = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** A handle that was clicked: a value of a field, or of a path of the record. */
export type FoundHandle = {
  readonly field: string;
  readonly value: string;
  readonly page: OwnPage | null;
  readonly element: HTMLElement;
};

export type HandleTarget = FoundHandle & { readonly box: HandleBox };
