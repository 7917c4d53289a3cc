import { Icon } from "#components/ui/icon.tsx";
import { Note } from "#components/ui/note.tsx";
import { Text } from "#components/ui/text.tsx";
import styles from "./found-summary.module.css";
import type { LookedUp } from "./lookup-attempt.ts";
import pageStyles from "./page.module.css";
import { Remedy } from "./remedy.tsx";

/** What a look at the regions found, as facts. */
export function LookedUpSummary({ report }: { readonly report: LookedUp }) {
  const { identity, account, answered, notEnabled, closed, missing } = report;
  const newest = answered
    .flatMap((one) => one.newest ?? [])
    .toSorted()
    .at(-1);
  const silent = answered.filter((one) => one.newest === null);
  return (
    <section className={styles["found"]} aria-label="What LookupEvents answered">
      <h2 className={styles["title"]}>
        <Icon name="check" /> Events can be looked up
      </h2>
      <dl className={pageStyles["facts"]}>
        {identity === null ? null : (
          <>
            <dt>Connected as</dt>
            <dd className={pageStyles["mono"]}>
              <Text>{identity.arn}</Text>
            </dd>
          </>
        )}
        <dt>Account</dt>
        <dd>{account ?? "not told: no region has an event"}</dd>
        <dt>Regions that answer</dt>
        <dd>
          {answered.length}:{" "}
          <span className={pageStyles["mono"]}>{answered.map(({ region }) => region).join(", ")}</span>
        </dd>
        {silent.length === 0 ? null : (
          <>
            <dt>Of these, without any event</dt>
            <dd className={pageStyles["mono"]}>{silent.map(({ region }) => region).join(", ")}</dd>
          </>
        )}
        {notEnabled.length === 0 ? null : (
          <>
            <dt>Not enabled, passed by</dt>
            <dd className={pageStyles["mono"]}>{notEnabled.join(", ")}</dd>
          </>
        )}
        <dt>Newest event</dt>
        <dd>{newest === undefined ? "none" : `${newest.slice(0, 19).replace("T", " ")} UTC`}</dd>
      </dl>
      {missing === null ? null : <Note kind="warning" title={missing} />}
      {closed.map(({ region, message, remedy }) => (
        <div key={region} className={styles["found"]}>
          <Note kind="warning" title={message} />
          {remedy === null ? null : <Remedy text={remedy} />}
        </div>
      ))}
    </section>
  );
}
