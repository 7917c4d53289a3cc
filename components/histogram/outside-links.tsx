import { viewHref } from "#components/event/view.ts";
import { formatCount } from "#components/ui/format-count.ts";
import type { Histogram } from "#lib/search/summary.ts";
import type { View } from "#lib/search/view-url.ts";
import styles from "./histogram.module.css";
import { outsideViews } from "./outside-views.ts";

/** The events that lie far from all that is drawn, as links to the views of them. */
export function OutsideLinks({ view, histogram }: { readonly view: View; readonly histogram: Histogram }) {
  const views = outsideViews(view, histogram);
  return SIDES.map(({ side, how }) => {
    const there = views[side];
    return there === null ? null : (
      <a
        key={side}
        className={styles["outside"]}
        href={viewHref(there)}
        data-hint={`Far ${how} than all others, so they are in the list but not drawn here`}
      >
        {`${formatCount(histogram.outside[side])} long ${side}`}
      </a>
    );
  });
}

const SIDES = [
  { side: "before", how: "older" },
  { side: "after", how: "newer" },
] as const;
