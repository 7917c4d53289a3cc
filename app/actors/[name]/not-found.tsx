import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function ActorNotFound() {
  return (
    <EmptyState
      level={1}
      title="No loaded event names this actor."
      actions={
        <>
          <ButtonLink href="/events">Go to the events</ButtonLink>
          <ButtonLink href="/sources">Go to the sources</ButtonLink>
        </>
      }
    >
      <p>A person, role, user or service is looked for by its whole name, in all logs that are loaded.</p>
    </EmptyState>
  );
}
