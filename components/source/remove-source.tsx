import { Button } from "#components/ui/button.tsx";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { TzInput } from "#components/ui/tz-input.tsx";
import styles from "./page.module.css";
import type { SourceView } from "./source-view.ts";

/** Removing a source: first what goes and what stays, then the button. */
export function RemoveSource(props: {
  readonly source: SourceView;
  readonly remove: (form: FormData) => Promise<void>;
}) {
  const { source } = props;
  return (
    <details className={styles["fold"]}>
      <summary>
        <Icon name="chevron-right" />
        Remove this source
      </summary>
      <div className={styles["section"]}>
        <p className={styles["about"]}>
          This removes from Waymark {plural(source.events, "event")}
          {source.firstDay === null ? "" : ` ${daysIn(source)}`}, with the records as they were delivered,{" "}
          {formatCount(source.refused)} refused records, the list of{" "}
          {plural(source.objectsLoaded, "loaded object")}, its runs and its settings.
        </p>
        <p className={styles["about"]}>
          {source.name === "uploads" ? "The uploaded copies go, too." : STAYS[source.kind]} Events that
          another source delivered too stay, as that one's. To have the rest back, add the source again and
          load it anew. It happens in the background; the disk is free when it ends.
        </p>
        <form action={props.remove}>
          <input type="hidden" name="source" value={source.id} />
          <TzInput />
          <Button type="submit">Remove the source and its events</Button>
        </form>
      </div>
    </details>
  );
}

/** `delivered 2026-11-01 to 2026-11-20`, where the days are those of delivery. */
function daysIn({ firstDay, lastDay, daysOf }: SourceView): string {
  return `${daysOf === "delivery" ? "delivered" : "of"} ${firstDay} to ${lastDay}`;
}

const STAYS = {
  s3: "The bucket is not touched.",
  lookup: "Nothing in AWS is touched.",
  files: "The files are not touched.",
  sample: "The sample is invented anew whenever it is asked for.",
} as const;
