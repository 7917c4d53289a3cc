import { EmptyState } from "#components/ui/empty-state.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";

export default function ActorNotFound() {
  return (
    <EmptyState
      level={1}
      title="No loaded event names this actor."
      actions={
        <>
          <TzButtonLink href="/events">Go to the events</TzButtonLink>
          <TzButtonLink href="/sources">Go to the sources</TzButtonLink>
        </>
      }
    >
      <p>A person, role, user or service is looked for by its whole name, in all logs that are loaded.</p>
    </EmptyState>
  );
}
