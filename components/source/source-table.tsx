import { Badge } from "#components/ui/badge.tsx";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { Text } from "#components/ui/text.tsx";
import { AgoTime } from "#components/ui/time.tsx";
import { TzLink } from "#components/ui/tz-link.tsx";
import { formatBytes, formatDuration } from "./format-figures.ts";
import { reasonOf, scheduleLabel, stateOf } from "./source-state.ts";
import styles from "./source-table.module.css";
import { goesOn, type SourceView } from "./source-view.ts";

/** One row a source. On a narrow window the figures stand in a line under the name. */
export function SourceTable(props: {
  readonly sources: readonly SourceView[];
  readonly now: number;
  readonly hasWorker: boolean;
  /** On the database's disk, all told; null where there is none. */
  readonly bytesPerEvent: number | null;
}) {
  const { sources, ...rest } = props;
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">State</th>
          <th scope="col" className={styles["wide"]}>
            Accounts × regions
          </th>
          <th scope="col" className={styles["middle"]}>
            Loaded, by day
          </th>
          <th scope="col" className={styles["wide"]}>
            Last object
          </th>
          <th scope="col" className={styles["middle"]} data-figure>
            Lag
          </th>
          <th scope="col" className={styles["middle"]} data-figure>
            Events
          </th>
          <th scope="col" className={styles["wide"]} data-figure>
            Size, about
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function SourceRow(props: {
  readonly source: SourceView;
  readonly now: number;
  readonly hasWorker: boolean;
  readonly bytesPerEvent: number | null;
}) {
  const { source, now, bytesPerEvent } = props;
  const state = stateOf(source, now, props.hasWorker);
  const reason = reasonOf(source);
  return (
    <tr>
      <th scope="row">
        <TzLink href={`/sources/${source.id}`} className={styles["name"]} data-kind={source.kind}>
          <Text>{source.name}</Text>
        </TzLink>
        <span className={styles["under"]}>
          {KINDS[source.kind]}
          {goesOn(source) ? `, sync ${scheduleLabel(source.syncEveryMinutes)}` : ""}
          <span className={styles["narrow"]}>
            {" · "}
            {source.wasListed ? plural(source.events, "event") : "events not known"}
            {source.lastDay === null ? "" : ` · to ${source.lastDay}`}
          </span>
        </span>
      </th>
      <td>
        <Badge tone={state.tone} icon={state.icon}>
          {state.label}
        </Badge>
        {reason === null ? null : (
          <span className={styles["reason"]}>
            <Text>{reason}</Text>
          </span>
        )}
      </td>
      <td className={styles["wide"]}>
        {source.accounts === 0 ? "–" : `${formatCount(source.accounts)} × ${formatCount(source.regions)}`}
      </td>
      <td className={styles["middle"]}>
        {source.firstDay === null ? "–" : `${source.firstDay} to ${source.lastDay}`}
      </td>
      <td className={styles["wide"]}>
        {source.lastObjectAt === null ? "–" : <AgoTime at={Date.parse(source.lastObjectAt)} now={now} />}
      </td>
      <td className={styles["middle"]} data-figure>
        {source.lagSeconds === null ? "–" : formatDuration(source.lagSeconds)}
      </td>
      <td className={styles["middle"]} data-figure>
        {source.wasListed ? formatCount(source.events) : "–"}
      </td>
      <td className={styles["wide"]} data-figure>
        {bytesPerEvent === null || !source.wasListed ? "–" : formatBytes(source.events * bytesPerEvent)}
      </td>
    </tr>
  );
}

const KINDS = {
  s3: "S3 bucket",
  files: "Files of this machine",
  sample: "Invented logs",
  lookup: "LookupEvents",
} as const;
