import { classNames } from "#components/ui/class-names.ts";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import type { Event, Severity } from "#lib/event/event.ts";
import { SEVERITY_WORDS } from "#lib/event/severity-words.ts";
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
  const { readOnly, severities } = props.event;
  const access = readOnly ? "read" : "write";
  const name = [access, ...severities.map((severity) => SEVERITY_WORDS[severity].word)].join(", ");
  const [gravest] = severities;
  return (
    <Handle
      links={props.links}
      field="readOnly"
      value={String(readOnly)}
      hint={name}
      {...(gravest !== undefined && { hintNote: SEVERITY_WORDS[gravest].about })}
      {...(props.offTab !== undefined && { offTab: props.offTab })}
    >
      <MarkSign readOnly={readOnly} severities={severities} />
    </Handle>
  );
}

/** The mark itself, for lines that stand for several events. */
export function MarkSign(props: { readonly readOnly: boolean; readonly severities: readonly Severity[] }) {
  const [gravest] = props.severities;
  const access = props.readOnly ? "read" : "write";
  return (
    <span
      className={classNames(styles["mark"], styles[gravest ?? access])}
      role="img"
      aria-label={[access, ...props.severities.map((severity) => SEVERITY_WORDS[severity].word)].join(", ")}
      data-severity={gravest}
    >
      {props.readOnly ? "R" : "W"}
      <Glyph severity={gravest} />
    </span>
  );
}

function Glyph({ severity }: { readonly severity: Severity | undefined }) {
  if (severity === undefined) return null;
  if (severity === "destructive") return <span className={styles["bang"]}>!</span>;
  return <Icon name={SEVERITY_ICONS[severity]} size={12} />;
}
