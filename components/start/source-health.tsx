import { formatDuration } from "#components/source/format-figures.ts";
import { stateOf } from "#components/source/source-state.ts";
import type { SourceView } from "#components/source/source-view.ts";
import { Badge } from "#components/ui/badge.tsx";
import { plural } from "#components/ui/format-count.ts";
import { Text } from "#components/ui/text.tsx";
import { TzLink } from "#components/ui/tz-link.tsx";
import styles from "./source-health.module.css";

/** How the sources are: one line each. */
export function SourceHealth(props: {
  readonly sources: readonly SourceView[];
  readonly now: number;
  readonly hasWorker: boolean;
}) {
  return (
    <ul className={styles["sources"]}>
      {props.sources.map((source) => {
        const state = stateOf(source, props.now, props.hasWorker);
        return (
          <li key={source.id} className={styles["source"]}>
            <TzLink href={`/sources/${source.id}`} className={styles["name"]} data-kind={source.kind}>
              <Text>{source.name}</Text>
            </TzLink>
            <Badge tone={state.tone} icon={state.icon}>
              {state.label}
            </Badge>
            <span className={styles["figures"]}>
              {source.wasListed ? plural(source.events, "event") : "events not known"}
              {source.lagSeconds === null ? "" : `, newest object ${formatDuration(source.lagSeconds)} old`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
