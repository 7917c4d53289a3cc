/** One bar: the sizes of its parts from the bottom up. */
export type Stack = readonly number[];

/** Height that a part keeps however small it is, so that one denied call among thousands of reads is seen. */
const LEAST_PX = 2;
/** The share of a bar's place that stays empty between it and the next. */
const GAP = 0.14;

/** The tallest bar's size; 1 at least. */
export function tallest(stacks: readonly Stack[]): number {
  return Math.max(1, ...stacks.map((stack) => stack.reduce((sum, part) => sum + part, 0)));
}

/**
 * An SVG path for each part of the stacks, in a box of one unit of width per bar and `height` units. Heights are in
 * proportion to `most`, except that no part is thinner than 2.
 */
export function barPaths(stacks: readonly Stack[], most: number, height: number): readonly string[] {
  const parts = Math.max(0, ...stacks.map((stack) => stack.length));
  const paths: string[][] = Array.from({ length: parts }, () => []);
  stacks.forEach((stack, bar) => {
    const heights = fitted(
      stack.map((part) => (part === 0 ? 0 : Math.max(LEAST_PX, (part / most) * height))),
      height,
    );
    let top = height;
    heights.forEach((tall, part) => {
      if (tall === 0) return;
      top -= tall;
      paths[part]?.push(`M${bar + GAP / 2} ${short(top)}h${1 - GAP}v${short(tall)}h${GAP - 1}z`);
    });
  });
  return paths.map((path) => path.join(""));
}

/** What the smallest parts were given is taken from the largest, so that no bar leaves the box. */
function fitted(heights: readonly number[], height: number): readonly number[] {
  const over = heights.reduce((sum, each) => sum + each, 0) - height;
  if (over <= 0) return heights;
  const largest = heights.indexOf(Math.max(...heights));
  return heights.map((each, index) => (index === largest ? each - over : each));
}

function short(figure: number): number {
  return Math.round(figure * 10) / 10;
}
