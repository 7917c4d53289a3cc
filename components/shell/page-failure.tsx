"use client";

import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Note } from "#components/ui/note.tsx";

/**
 * What stands in place of a page that failed for a reason nobody foresaw. The server keeps the reason to its own
 * log; the digest is the line to look for there.
 */
export function PageFailure(props: {
  readonly what: string;
  readonly error: unknown;
  readonly retry: () => void;
}) {
  const digest = digestOf(props.error);
  return (
    <EmptyState
      level={1}
      title={props.what}
      actions={
        <Button look="main" onClick={props.retry}>
          Try again
        </Button>
      }
    >
      <Note kind="problem" title="Something failed that should not.">
        {digest === null
          ? "The log of the browser may say more."
          : `The log of the server says why, under ${digest}.`}
      </Note>
    </EmptyState>
  );
}

function digestOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
