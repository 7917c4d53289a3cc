import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import type { JsonNode } from "#lib/base/json-text.ts";
import type { Event } from "#lib/event/event.ts";
import { SEVERITY_WORDS, type Severity, severitiesOf } from "#lib/event/severity.ts";
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
export function Severities(props: { readonly event: Event; readonly record: JsonNode | null }) {
  const severities = severitiesOf(props.event, props.record);
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
