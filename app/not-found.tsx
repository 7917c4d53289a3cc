import { EmptyState } from "#components/ui/empty-state.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";

export default function NotFound() {
  return (
    <EmptyState
      level={1}
      title="There is no page at this address."
      actions={<TzButtonLink href="/events">Go to the events</TzButtonLink>}
    >
      <p>The link may be older than the page, or cut off.</p>
    </EmptyState>
  );
}
