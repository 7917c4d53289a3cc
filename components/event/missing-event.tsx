"use client";

import { useParams } from "next/navigation";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Text } from "#components/ui/text.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";

/** The page of an event that is not there. A page that was not found is told no more than its address. */
export function MissingEvent() {
  const { eventId } = useParams();
  return (
    <EmptyState
      level={1}
      title="No loaded event has this id."
      actions={
        <>
          <TzButtonLink href="/events">Go to the events</TzButtonLink>
          <TzButtonLink href="/sources">Go to the sources</TzButtonLink>
        </>
      }
    >
      {typeof eventId === "string" ? (
        <p>
          <code>
            <Text>{readable(eventId)}</Text>
          </code>
        </p>
      ) : null}
      <p>Its log object may not be loaded yet, or the event may have been dropped by retention.</p>
    </EmptyState>
  );
}

/** A part of an address as text; as it stands where it is no such text. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // URIError is how a malformed escape is told
  }
}
