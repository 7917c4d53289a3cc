import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Text } from "#components/ui/text.tsx";

/** The page of an event that is not there. */
export function MissingEvent({ id }: { readonly id: string }) {
  return (
    <EmptyState
      title="No loaded event has this id."
      actions={
        <>
          <ButtonLink href="/events">Go to the events</ButtonLink>
          <ButtonLink href="/sources">Go to the sources</ButtonLink>
        </>
      }
    >
      <p>
        <code>
          <Text>{id}</Text>
        </code>
      </p>
      <p>Its log object may not be loaded yet, or the event may have been dropped by retention.</p>
    </EmptyState>
  );
}
