import { EmptyState } from "./empty-state.tsx";
import { Note } from "./note.tsx";
import { RetryButton } from "./retry-button.tsx";

/** A whole page whose content could not be read: a failed read is never an empty page. */
export function FailedRead(props: {
  readonly title: string;
  readonly failure: { readonly message: string; readonly remedy: string | null };
}) {
  const { message, remedy } = props.failure;
  return (
    <EmptyState level={1} title={props.title} actions={<RetryButton />}>
      <Note kind="problem" title={message}>
        {remedy}
      </Note>
    </EmptyState>
  );
}
