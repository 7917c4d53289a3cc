import { viewHref } from "#components/event/view.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { View } from "#lib/search/view-url.ts";

/**
 * In place of the list where the question could not be read: nothing was searched. The query is what can be wrong with
 * it, or without one the time.
 */
export function UnreadableResults({ view }: { readonly view: View }) {
  const isTime = view.q === "";
  const readable = isTime ? { ...view, from: null, to: null } : { ...view, q: "" };
  return (
    <EmptyState
      title="The search could not be read, so nothing was searched."
      actions={
        <ButtonLink href={viewHref({ ...readable, cursor: null })}>
          {isTime ? "Search all time" : "Remove the query"}
        </ButtonLink>
      }
    >
      <p>What is wrong, and where, stands above.</p>
    </EmptyState>
  );
}
