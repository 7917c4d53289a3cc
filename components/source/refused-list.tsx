import { Button } from "#components/ui/button.tsx";
import { CopyableId } from "#components/ui/copyable.tsx";
import { Field } from "#components/ui/field.tsx";
import { Text } from "#components/ui/text.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import { TzInput } from "#components/ui/tz-input.tsx";
import styles from "./refused-list.module.css";

/** A record that could not become an event. `ordinal` counts from 0; `record` is null where its bytes were not kept. */
export type RefusedRecord = {
  readonly key: string;
  readonly ordinal: number;
  readonly code: string;
  readonly message: string;
  readonly record: string | null;
};

type Props = {
  readonly records: readonly RefusedRecord[];
  /** What they were asked to hold; empty: nothing. */
  readonly text: string;
  readonly nextHref: string | null;
  /** null on the first page. */
  readonly firstHref: string | null;
};

/**
 * Records that could not become events, each by its place and as it was delivered, and a field that looks through
 * them.
 */
export function RefusedList({ records, text, nextHref, firstHref }: Props) {
  return (
    <>
      <form className={styles["find"]} action="#refused">
        <TzInput />
        <Field
          id="refused-text"
          name="refusedText"
          type="search"
          label="Find in refused records"
          defaultValue={text}
          maxLength={1_000}
          mono
        />
        <Button type="submit">Find</Button>
      </form>
      {records.length > 0 ? null : (
        <p>
          {nextHref === null
            ? "None of them holds this text."
            : "None of those looked through so far holds this text."}
        </p>
      )}
      <ul className={styles["list"]}>
        {records.map(({ key, ordinal, message, record }) => (
          <li key={`${key} ${ordinal}`} className={styles["record"]}>
            <Text>{message}</Text>
            <span className={styles["place"]}>
              Record {ordinal + 1} of <CopyableId value={key} label="the key" most={100} />
            </span>
            {record === null ? null : (
              <details className={styles["fold"]}>
                <summary>As delivered</summary>
                <pre className={styles["text"]}>
                  <Text>{record}</Text>
                </pre>
              </details>
            )}
          </li>
        ))}
      </ul>
      {nextHref === null && firstHref === null ? null : (
        <p className={styles["pages"]}>
          {firstHref === null ? null : <TzButtonLink href={firstHref}>First page</TzButtonLink>}
          {nextHref === null ? null : <TzButtonLink href={nextHref}>Next page</TzButtonLink>}
        </p>
      )}
    </>
  );
}
