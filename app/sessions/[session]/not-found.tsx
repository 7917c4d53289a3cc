import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export default function SessionNotFound() {
  return (
    <EmptyState
      level={1}
      title="No loaded event names this key or session."
      actions={
        <>
          <ButtonLink href="/events">Go to the events</ButtonLink>
          <ButtonLink href="/sources">Go to the sources</ButtonLink>
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
