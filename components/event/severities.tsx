import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import type { Event, Severity } from "#lib/event/event.ts";
import { SEVERITY_WORDS } from "#lib/event/severity-words.ts";
import { SEVERITY_ICONS } from "./mark.tsx";
import styles from "./severities.module.css";

const TONES: Readonly<Record<Severity, BadgeTone>> = {
  destructive: "denied",
  "sensitive-read": "failed",
  denied: "denied",
  root: "failed",
  "sign-in": "plain",
};

/** Why an event is worth a second look, in words; nothing at all for an ordinary one. */
export function Severities({ severities }: Pick<Event, "severities">) {
  if (severities.length === 0) return null;
  return (
    <ul className={styles["severities"]} aria-label="Severity">
      {severities.map((severity) => (
        <li key={severity} data-hint={SEVERITY_WORDS[severity].about}>
          <Badge tone={TONES[severity]} icon={SEVERITY_ICONS[severity]}>
            {SEVERITY_WORDS[severity].word}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
