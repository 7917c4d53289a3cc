import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import type { Event, Outcome } from "#lib/event/event.ts";
import { Handle } from "./handle.tsx";
import type { Links } from "./view.ts";

const LOOK: Readonly<Record<Outcome, { readonly tone: BadgeTone; readonly icon: IconName }>> = {
  success: { tone: "good", icon: "check" },
  denied: { tone: "denied", icon: "forbidden" },
  failed: { tone: "failed", icon: "warning" },
};

/** How the call ended, as glyph and word; the error code is one hover away. */
export function OutcomeHandle(props: {
  readonly event: Event;
  readonly links: Links;
  readonly offTab?: boolean;
}) {
  const { outcome, errorCode } = props.event;
  const { tone, icon } = LOOK[outcome];
  return (
    <Handle
      links={props.links}
      field="outcome"
      value={outcome}
      hint={errorCode ?? outcome}
      {...(props.offTab !== undefined && { offTab: props.offTab })}
    >
      <Badge tone={tone} icon={icon}>
        {outcome}
      </Badge>
    </Handle>
  );
}
