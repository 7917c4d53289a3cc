import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function ViewNotFound() {
  return (
    <EmptyState
      level={1}
      title="There is no view at this address."
      actions={
        <>
          <ButtonLink look="main" href="/views">
            Go to the views
          </ButtonLink>
          <ButtonLink href="/events">Go to the events</ButtonLink>
        </>
      }
    >
      <p>It may have been deleted, or the address was cut off on its way.</p>
    </EmptyState>
  );
}
