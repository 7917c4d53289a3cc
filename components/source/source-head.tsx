import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { Text } from "#components/ui/text.tsx";
import { AgoTime } from "#components/ui/time.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import { formatBytes, formatDuration } from "./format-figures.ts";
import pageStyles from "./page.module.css";
import styles from "./source-head.module.css";
import { stateOf } from "./source-state.ts";
import { byDay, goesOn, isMeasured, isUnfinished, type SourceView } from "./source-view.ts";

/** What the source is and how it is, in its figures; what can be asked of it. */
export function SourceHead(props: {
  readonly source: SourceView;
  readonly now: number;
  readonly hasWorker: boolean;
  readonly eventsHref: string;
  readonly sync: (form: FormData) => Promise<void>;
}) {
  const { source, now } = props;
  const state = stateOf(source, now, props.hasWorker);
  const known = (figure: string) => (source.wasListed ? figure : "–");
  return (
    <header className={styles["head"]}>
      <div className={pageStyles["head"]}>
        <h1 className={pageStyles["title"]} data-kind={source.kind}>
          <Text>{source.name}</Text>
        </h1>
        <Badge tone={state.tone} icon={state.icon}>
          {state.label}
        </Badge>
        <form action={props.sync} className={pageStyles["actions"]}>
          <input type="hidden" name="source" value={source.id} />
          <TzButtonLink href={`/events?q=${encodeURIComponent(`origin:"${source.name}"`)}`}>
            Its events
          </TzButtonLink>
          {goesOn(source) ? (
            <Button type="submit" disabled={isUnfinished(source.job)}>
              Sync now
            </Button>
          ) : null}
          <Button
            type="submit"
            name="full"
            value="true"
            disabled={isUnfinished(source.job)}
            data-hint="Lists everything from the first day again: finds what was delivered late, restored, or failed before."
          >
            Check everything again
          </Button>
        </form>
      </div>
      <dl className={styles["figures"]}>
        <Figure name="Events" value={known(formatCount(source.events))} />
        <Figure
          name="Accounts × regions"
          value={
            source.accounts === 0 ? "–" : `${formatCount(source.accounts)} × ${formatCount(source.regions)}`
          }
        />
        <Figure
          name={`Loaded, ${byDay(source)}`}
          value={source.firstDay === null ? "–" : `${source.firstDay} to ${source.lastDay}`}
        />
        <div>
          <dt>Last object</dt>
          <dd>
            {source.lastObjectAt === null ? "–" : <AgoTime at={Date.parse(source.lastObjectAt)} now={now} />}
          </dd>
        </div>
        {source.lagSeconds === null ? null : <Figure name="Lag" value={formatDuration(source.lagSeconds)} />}
        <Figure name="Objects loaded" value={known(formatCount(source.objectsLoaded))} />
        {isMeasured(source) ? (
          <Figure name="Read, compressed" value={known(formatBytes(source.bytes))} />
        ) : null}
        <Figure name="Duplicates" value={known(plural(source.duplicates, "record"))} />
      </dl>
      {source.wasListed ? null : (
        <p className={styles["unknown"]}>
          {isUnfinished(source.job)
            ? "The figures are not known yet: nothing of it has been listed so far."
            : `The figures are not known: ${source.kind === "s3" ? "its bucket" : "it"} was never listed.`}
        </p>
      )}
    </header>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
