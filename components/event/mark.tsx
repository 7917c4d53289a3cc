import { classNames } from "#components/ui/class-names.ts";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import type { Event } from "#lib/event/event.ts";
import { SEVERITY_WORDS, type Severity, severitiesOf } from "#lib/event/severity.ts";
import { Handle } from "./handle.tsx";
import styles from "./mark.module.css";
import type { Links } from "./view.ts";

/** The glyph of each severity. `destructive` has none: its whole mark is turned over, with a bang. */
export const SEVERITY_ICONS: Readonly<Record<Severity, IconName>> = {
  destructive: "warning",
  "sensitive-read": "key",
  denied: "forbidden",
  root: "crown",
  "sign-in": "enter",
};

/**
 * Read or write, and why the event is worth a second look: told apart by shape and letter before colour, in words
 * when it is pointed at and for readers. One glyph fits; the words name all.
 */
export function Mark(props: { readonly event: Event; readonly links: Links; readonly offTab?: boolean }) {
  const { readOnly } = props.event;
  const severities = severitiesOf(props.event);
  const access = readOnly ? "read" : "write";
  const name = [access, ...severities.map((severity) => SEVERITY_WORDS[severity].word)].join(", ");
  const [gravest] = severities;
  const look = gravest ?? access;
  return (
    <Handle
      links={props.links}
      field="readOnly"
      value={String(readOnly)}
      hint={name}
      {...(gravest !== undefined && { hintNote: SEVERITY_WORDS[gravest].about })}
      {...(props.offTab !== undefined && { offTab: props.offTab })}
    >
      <span
        className={classNames(styles["mark"], styles[look])}
        role="img"
        aria-label={name}
        data-severity={gravest}
      >
        {readOnly ? "R" : "W"}
        <Glyph severity={gravest} />
      </span>
    </Handle>
  );
}

function Glyph({ severity }: { readonly severity: Severity | undefined }) {
  if (severity === undefined) return null;
  if (severity === "destructive") return <span className={styles["bang"]}>!</span>;
  return <Icon name={SEVERITY_ICONS[severity]} size={12} />;
}
