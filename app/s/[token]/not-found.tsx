import { EmptyState } from "#components/ui/empty-state.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";

export default function ViewNotFound() {
  return (
    <EmptyState
      level={1}
      title="There is no view at this address."
      actions={
        <>
          <TzButtonLink look="main" href="/views">
            Go to the views
          </TzButtonLink>
          <TzButtonLink href="/events">Go to the events</TzButtonLink>
        </>
      }
    >
      <p>It may have been deleted, or the address was cut off on its way.</p>
    </EmptyState>
  );
}
