/** The JSON of GET /api/suggest: values of the index that a query may go on with. */

/** One value, and how many of the events looked at carry it. */
export type SuggestedValue = {
  /** The field's short name, or the path of the raw record. */
  readonly name: string;
  readonly value: string;
  /** null where it was not counted. */
  readonly count: number | null;
};

export type SuggestAnswer = {
  /** The most frequent first; then those that were not counted. */
  readonly values: readonly SuggestedValue[];
  /** Paths of the raw record whose name holds what was typed; asked for only where no field is given. */
  readonly paths: readonly string[];
  /** True where the counts are of all events of the search; false where there may be more. */
  readonly exact: boolean;
};

/** How many values are answered at most. */
export const MOST_SUGGESTIONS = 20;
