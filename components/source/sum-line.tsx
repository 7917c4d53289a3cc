import { Fragment } from "react";
import { formatCount } from "#components/ui/format-count.ts";
import type { JobProgress } from "./source-view.ts";
import styles from "./sum-line.module.css";

/**
 * What became of every object of a run, as a sum that adds up: seen = loaded + already there + skipped + failed,
 * and while it runs + on their way.
 */
export function SumLine({
  progress,
  running,
}: {
  readonly progress: JobProgress;
  readonly running: boolean;
}) {
  const { objectsSeen, objectsLoaded, objectsAlready, objectsSkipped, objectsFailed } = progress;
  const onTheirWay = objectsSeen - objectsLoaded - objectsAlready - objectsSkipped - objectsFailed;
  const terms = [
    { words: "loaded", objects: objectsLoaded },
    { words: "already there", objects: objectsAlready },
    { words: "skipped", objects: objectsSkipped },
    { words: "failed", objects: objectsFailed },
    ...(running ? [{ words: "on their way", objects: onTheirWay }] : []),
  ];
  return (
    <p className={styles["sum"]}>
      <span className={styles["term"]}>
        <strong>{formatCount(objectsSeen)}</strong> {objectsSeen === 1 ? "object" : "objects"} seen
      </span>{" "}
      {terms.map(({ words, objects }, index) => (
        // The blank is for those who listen, and those who copy.
        <Fragment key={words}>
          <span className={styles["term"]} data-failed={words === "failed" && objects > 0}>
            <span className={styles["sign"]}>{index === 0 ? "=" : "+"}</span>{" "}
            <strong>{formatCount(objects)}</strong> {words}
          </span>{" "}
        </Fragment>
      ))}
    </p>
  );
}
