import { Handle } from "#components/event/handle.tsx";
import { LongText } from "#components/event/long-text.tsx";
import { Mark } from "#components/event/mark.tsx";
import { OutcomeHandle } from "#components/event/outcome.tsx";
import { eventHref } from "#components/event/page-of.ts";
import type { Links } from "#components/event/view.ts";
import { Who } from "#components/event/who.tsx";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { ParameterChange } from "#lib/cloudtrail/resource/parameter-changes.ts";
import type { Change } from "#lib/cloudtrail/resource/resource-story.ts";
import styles from "./change-list.module.css";
import part from "./part.module.css";
import type { PartProps } from "./part-props.ts";
import { countOf } from "./words.ts";

const MOST_SHOWN = 8;

/** Its writes, newest first, each with what it asked for that was other than before. */
export function ChangeList({ story, links, toEvents }: PartProps) {
  const { changes } = story;
  return (
    <section className={part["section"]} aria-labelledby="changes">
      <header className={part["bar"]}>
        <h2 id="changes">Changes</h2>
        <a className={part["all"]} href={toEvents(changes.q)}>
          {`${countOf(changes)} in the explorer`}
        </a>
      </header>
      {changes.items.length === 0 ? (
        <p className={part["none"]}>No loaded event writes to it.</p>
      ) : (
        <ol className={styles["changes"]}>
          {changes.items.map((change) => (
            <ChangeRow
              key={`${change.event.eventId} ${change.event.account}`}
              change={change}
              links={links}
            />
          ))}
        </ol>
      )}
      {changes.items.length < changes.looked ? (
        <p className={part["none"]}>{`The newest ${changes.items.length} of ${countOf(changes)} writes.`}</p>
      ) : null}
    </section>
  );
}

function ChangeRow({ change, links }: { readonly change: Change; readonly links: Links }) {
  const { event, life, parameters } = change;
  return (
    <li className={styles["change"]} data-life={life ?? undefined} data-outcome={event.outcome}>
      <a className={styles["when"]} href={links.page(eventHref(event.eventId))}>
        <InstantTime at={Date.parse(event.eventTime)} zone={links.zone} />
      </a>
      <span className={styles["what"]}>
        <Mark event={event} links={links} /> <Handle links={links} field="event" value={event.eventName} />
        {event.outcome === "success" ? null : (
          <>
            {" "}
            <OutcomeHandle event={event} links={links} />
          </>
        )}
      </span>
      <span className={styles["by"]}>
        <Who event={event} links={links} />
      </span>
      <Parameters parameters={parameters} />
    </li>
  );
}

function Parameters({ parameters }: { readonly parameters: readonly ParameterChange[] }) {
  if (parameters.length === 0) return null;
  const rest = parameters.slice(MOST_SHOWN);
  return (
    <div className={styles["diff"]}>
      <Rows parameters={parameters.slice(0, MOST_SHOWN)} />
      {rest.length === 0 ? null : (
        <details>
          <summary>{`${rest.length} more`}</summary>
          <Rows parameters={rest} />
        </details>
      )}
    </div>
  );
}

function Rows({ parameters }: { readonly parameters: readonly ParameterChange[] }) {
  return (
    <dl>
      {parameters.map(({ path, before, after }) => (
        <div key={path}>
          <dt>
            <Text>{path}</Text>
          </dt>
          <dd>
            {before === null ? null : (
              <>
                <del>
                  <VisuallyHidden>before: </VisuallyHidden>
                  <Values values={before} />
                </del>
                {" → "}
              </>
            )}
            {after === null ? (
              <span className={styles["gone"]}>no longer given</span>
            ) : (
              <ins>
                {before === null ? null : <VisuallyHidden>now: </VisuallyHidden>}
                <Values values={after} />
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Values({ values }: { readonly values: readonly string[] }) {
  return <LongText text={values.join(", ")} first={160} />;
}
