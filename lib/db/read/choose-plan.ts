/**
 * Whether to walk on along time or to fetch all that the index of terms has. Both can be ruinous: walking finds common
 * words at once and a rare one never; fetching is quick for a rare one and endless for a common one. What a walk has
 * seen so far tells which it is.
 */

/** What was seen on the way. */
export type Walked = {
  readonly rows: number;
  /** Rows that met the predicate. */
  readonly hits: number;
  /** Rows that met the part of it that the index answers: so many a fetch would bring. */
  readonly indexed: number;
};

export type Prospect = {
  /** Rows that are still wanted. */
  readonly wanted: number;
  /** Rows of the partition, all of which a fetch draws from. */
  readonly inPartition: number;
  /** Rows of it that a walk could still take. */
  readonly ahead: number;
  /** What testing a row costs, in the time of a row whose columns tell. */
  readonly rowCost: number;
};

/** A row that the index points to lies anywhere: it costs as much as so many that follow one another. */
const FETCH_COST = 5;
export const FIRST_WALK = 1_000;
const LONGEST_WALK = 256_000;
/** Walks a little farther than should be needed: to begin another costs more. */
const MARGIN = 1.5;

export function isWalkCheaper(walked: Walked, { wanted, inPartition, ahead, rowCost }: Prospect): boolean {
  const steps = Math.min(wanted / share(walked.hits, walked), ahead);
  return steps * rowCost <= FETCH_COST * inPartition * share(walked.indexed, walked);
}

/** How many rows to walk next. */
export function nextWalk(walked: Walked, wanted: number): number {
  if (walked.rows === 0) return FIRST_WALK;
  const steps = Math.ceil((MARGIN * wanted) / share(walked.hits, walked));
  return Math.min(Math.max(steps, FIRST_WALK), LONGEST_WALK);
}

/** One more is taken to be there than was seen: what was not seen yet may come next. */
function share(seen: number, { rows }: Walked): number {
  return (seen + 1) / (rows + 1);
}
