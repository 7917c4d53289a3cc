import { viewHref } from "#components/event/view.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { View } from "#lib/search/view-url.ts";

/** For a page marker behind which nothing lies any more: that says nothing of what the search finds. */
export function PageGone({ view }: { readonly view: View }) {
  return (
    <EmptyState
      title="There is nothing on this page of the list any more."
      actions={
        <ButtonLink look="main" href={viewHref({ ...view, cursor: null })}>
          Go to the first page
        </ButtonLink>
      }
    >
      <p>
        The time that is asked for has moved on since the page was opened, or its events were removed. What
        the search finds now begins on the first page.
      </p>
    </EmptyState>
  );
}
