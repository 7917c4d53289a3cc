import { Who } from "#components/event/who.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { formatCount } from "#components/ui/format-count.ts";
import linkStyles from "#components/ui/links.module.css";
import rows from "#components/ui/rows.module.css";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import type { Event } from "#lib/event/event.ts";
import part from "./part.module.css";
import type { PartProps } from "./part-props.ts";
import styles from "./resource-table.module.css";
import { countOf } from "./words.ts";

const MOST_SHOWN = 30;

/** What several sessions have in common. */
function withoutSession(event: Event): Event {
  return { ...event, actor: { ...event.actor, session: null } };
}

/** Who read it, the most frequent first. */
export function ReaderTable({ story, links, toEvents }: PartProps) {
  const { readers } = story;
  const more = readers.items.length - MOST_SHOWN;
  return (
    <section className={part["section"]} aria-labelledby="readers">
      <header className={part["bar"]}>
        <h2 id="readers">Who read it</h2>
        <a className={part["all"]} href={toEvents(readers.q)}>
          {`${countOf(readers)} in the explorer`}
        </a>
      </header>
      {readers.items.length === 0 ? (
        <p className={part["none"]}>
          No loaded event reads it. Reads of data are logged only where a trail is set to do so.
        </p>
      ) : (
        <table className={classNames(rows["rows"], styles["table"])}>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col" data-figure="">
                Reads
              </th>
              <th scope="col">Calls</th>
              <th scope="col">Last</th>
            </tr>
          </thead>
          <tbody>
            {readers.items.slice(0, MOST_SHOWN).map(({ event, sessions, q, count, calls, lastSeen }) => (
              <tr key={q}>
                <th scope="row">
                  <Who event={sessions > 1 ? withoutSession(event) : event} links={links} />
                  {sessions > 1 ? <span className={styles["muted"]}>{`${sessions} sessions`}</span> : null}
                </th>
                <td data-figure="">
                  <a className={linkStyles["figure"]} href={toEvents(q)}>
                    {formatCount(count)}
                  </a>
                </td>
                <td className={styles["calls"]}>
                  <Text>{calls.join(", ")}</Text>
                </td>
                <td className={styles["time"]}>
                  <InstantTime at={Date.parse(lastSeen)} zone={links.zone} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 ? <p className={part["none"]}>{`${more} more readers.`}</p> : null}
    </section>
  );
}
