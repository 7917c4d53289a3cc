/**
 * Ids of dictionary terms by path and value, in bounded memory: two generations; when the young one is full it
 * becomes the old one, and whatever is asked for again is carried over. Ids never change, so nothing goes stale.
 */
export type TermCache = {
  get(path: string, value: string): number | undefined;
  set(path: string, value: string, id: number): void;
};

/** Longer values are looked up each time: a cache full of them would have no bound worth the name. */
const LONGEST_CACHED = 512;

export function createTermCache(generation = 100_000): TermCache {
  type Ids = Map<string, Map<string, number>>;
  let young: Ids = new Map();
  let old: Ids = new Map();
  let size = 0;

  function set(path: string, value: string, id: number): void {
    if (value.length > LONGEST_CACHED) return;
    if (size >= generation) {
      old = young;
      young = new Map();
      size = 0;
    }
    let values = young.get(path);
    if (values === undefined) {
      values = new Map();
      young.set(path, values);
    }
    values.set(value, id);
    size += 1;
  }

  return {
    get(path, value) {
      const id = young.get(path)?.get(value);
      if (id !== undefined) return id;
      const earlier = old.get(path)?.get(value);
      if (earlier !== undefined) set(path, value, earlier);
      return earlier;
    },
    set,
  };
}
