import { EmptyState } from "#components/ui/empty-state.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";

export default function SessionNotFound() {
  return (
    <EmptyState
      level={1}
      title="No loaded event names this key or session."
      actions={
        <>
          <TzButtonLink href="/events">Go to the events</TzButtonLink>
          <TzButtonLink href="/sources">Go to the sources</TzButtonLink>
        </>
      }
    >
      <p>
        An access key id such as ASIA… or AKIA…, or a session such as AROAEXAMPLE:alice@20261112T143107Z, is
        looked for in all logs that are loaded.
      </p>
    </EmptyState>
  );
}
