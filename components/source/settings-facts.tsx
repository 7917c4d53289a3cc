import { Text } from "#components/ui/text.tsx";
import { Policy } from "./attempt-form.tsx";
import styles from "./page.module.css";

/** How a source is read, and the policy that reading it needs. */
export function SettingsFacts(props: {
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly policy: string | null;
  /** What the policy lets read. */
  readonly what?: string | undefined;
}) {
  return (
    <>
      <dl className={styles["facts"]}>
        {props.facts.map(([name, value]) => (
          <div key={name} className={styles["fact"]}>
            <dt>{name}</dt>
            <dd>
              <Text>{value}</Text>
            </dd>
          </div>
        ))}
      </dl>
      {props.policy === null ? null : (
        <Policy text={props.policy} {...(props.what && { what: props.what })} />
      )}
    </>
  );
}
