import { ButtonLink } from "#components/ui/button.tsx";
import { CopyableId } from "#components/ui/copyable.tsx";
import { Text } from "#components/ui/text.tsx";
import styles from "./refused-list.module.css";

/** A record that could not become an event. `ordinal` counts from 0. */
export type RefusedRecord = {
  readonly key: string;
  readonly ordinal: number;
  readonly code: string;
  readonly message: string;
};

/** Records that could not become events, each by its place. */
export function RefusedList(props: {
  readonly records: readonly RefusedRecord[];
  readonly nextHref: string | null;
}) {
  return (
    <>
      <ul className={styles["list"]}>
        {props.records.map(({ key, ordinal, message }) => (
          <li key={`${key} ${ordinal}`} className={styles["record"]}>
            <Text>{message}</Text>
            <span className={styles["place"]}>
              Record {ordinal + 1} of <CopyableId value={key} label="the key" most={100} />
            </span>
          </li>
        ))}
      </ul>
      {props.nextHref === null ? null : (
        <p>
          <ButtonLink href={props.nextHref}>Next page</ButtonLink>
        </p>
      )}
    </>
  );
}
