import { viewHref } from "#components/event/view.ts";
import { formatCount } from "#components/ui/format-time.ts";
import type { Histogram } from "#lib/search/summary.ts";
import type { View } from "#lib/search/view-url.ts";
import styles from "./histogram.module.css";
import { outsideViews } from "./outside-views.ts";

/** The events that lie far from all that is drawn, as links to the views of them. */
export function OutsideLinks({ view, histogram }: { readonly view: View; readonly histogram: Histogram }) {
  const { before, after } = outsideViews(view, histogram);
  return (
    <>
      {before === null ? null : (
        <a
          className={styles["outside"]}
          href={viewHref(before)}
          data-hint="Far older than all others, so they are in the list but not drawn here"
        >
          {`${formatCount(histogram.outside.before)} long before`}
        </a>
      )}
      {after === null ? null : (
        <a
          className={styles["outside"]}
          href={viewHref(after)}
          data-hint="Far newer than all others, so they are in the list but not drawn here"
        >
          {`${formatCount(histogram.outside.after)} long after`}
        </a>
      )}
    </>
  );
}
