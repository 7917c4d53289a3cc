/**
 * What a write asked for, against what was asked before. CloudTrail tells parameters, not states: the value last
 * asked for at a path is the nearest that there is to the state before.
 */

/** All values at each path of the request, without `requestParameters.`. */
export type Parameters = ReadonlyMap<string, readonly string[]>;

export type ParameterChange = {
  readonly path: string;
  /** null: nothing was asked at this path before, as far as is loaded. */
  readonly before: readonly string[] | null;
  /** null: asked by the same call before, and now left out. */
  readonly after: readonly string[] | null;
};

type Write = {
  readonly eventName: string;
  /** Only what succeeded became the state that later writes are held against. */
  readonly isDone: boolean;
  readonly parameters: Parameters;
};

/** Nobody reads more of them at one write. */
const MOST_PATHS = 60;

/**
 * The changes of each write, in the order given: oldest first. `ownNames`: parameters that only say which thing is
 * meant are left out.
 */
export function changesOf(
  writes: readonly Write[],
  ownNames: ReadonlySet<string>,
): readonly (readonly ParameterChange[])[] {
  const known = new Map<string, readonly string[]>();
  const lastOfCall = new Map<string, Parameters>();
  return writes.map(({ eventName, isDone, parameters }) => {
    const told = [...parameters].filter(([path, values]) => !isNoise(path, values, ownNames));
    const changes = told.flatMap(([path, after]) => {
      const before = known.get(path) ?? null;
      return before !== null && isSame(before, after) ? [] : [{ path, before, after }];
    });
    const asked = new Set(told.map(([path]) => path));
    const left = [...(lastOfCall.get(eventName) ?? [])].filter(
      ([path, values]) => !asked.has(path) && !isNoise(path, values, ownNames),
    );
    const gone = left.map(([path, before]) => ({ path, before, after: null }));
    if (isDone) {
      for (const [path, values] of told) known.set(path, values);
      for (const [path] of left) known.delete(path);
      lastOfCall.set(eventName, parameters);
    }
    return [...changes, ...gone].slice(0, MOST_PATHS);
  });
}

const TECHNICAL = /(?:^|\.)(?:clientToken|clientRequestToken|host|x-amz-[a-z-]+|dryRun|requestId)$/i;

function isNoise(path: string, values: readonly string[], ownNames: ReadonlySet<string>): boolean {
  return TECHNICAL.test(path) || values.some((value) => ownNames.has(value));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}
