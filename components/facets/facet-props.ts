import type { FieldId } from "#lib/event/fields.ts";
import type { KnownFacet } from "./use-facets.ts";

/** How a choice changes the view: `hrefOf` is the address of another query, `go` goes there. */
export type Edit = {
  readonly hrefOf: (q: string) => string;
  readonly go: (q: string) => void;
};

export type FacetProps = {
  readonly field: FieldId;
  readonly known: KnownFacet | null;
  readonly isFailed: boolean;
  readonly question: string | null;
  readonly round: number;
  readonly q: string;
  readonly edit: Edit;
};
