import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function NotFound() {
  return (
    <EmptyState
      level={1}
      title="There is no page at this address."
      actions={<ButtonLink href="/events">Go to the events</ButtonLink>}
    >
      <p>The link may be older than the page, or cut off.</p>
    </EmptyState>
  );
}
