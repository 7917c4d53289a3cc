import { CopyButton } from "#components/ui/copyable.tsx";
import { plural } from "#components/ui/format-count.ts";
import { ScrollBox } from "#components/ui/scroll-box.tsx";
import type { UsedPolicy } from "#lib/event/actor/used-policy.ts";
import { Section } from "./section.tsx";
import styles from "./used-policy.module.css";

/** The least policy that would have allowed what was done, to copy; and what it can't know. */
export function UsedPolicyBlock({ policy }: { readonly policy: UsedPolicy }) {
  const { document, actions } = policy;
  const text = JSON.stringify(document, null, 2);
  const services = document.Statement.length;
  return (
    <Section
      title="Least-privilege policy from what was used"
      note={`${plural(actions, "action")} of ${plural(services, "service")}`}
    >
      {actions === 0 ? (
        <p className={styles["words"]}>No call of this time asks for a right of its own.</p>
      ) : (
        <details className={styles["policy"]}>
          <summary>Show the policy</summary>
          <div className={styles["copy"]}>
            <CopyButton text={text}>Copy policy</CopyButton>
          </div>
          <ScrollBox label="Policy">
            <pre className={styles["json"]}>{text}</pre>
          </ScrollBox>
        </details>
      )}
      {policy.onlyDenied.length === 0 ? null : (
        <p className={styles["words"]}>
          {`Asked for and always denied, so not in it: ${policy.onlyDenied.slice(0, 12).join(", ")}${policy.onlyDenied.length > 12 ? " …" : ""}.`}
        </p>
      )}
      <p className={styles["words"]}>What it can't know:</p>
      <ul className={styles["unknowns"]}>
        {policy.unknowns.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}
