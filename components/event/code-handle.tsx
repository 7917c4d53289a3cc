import { isMiddleCut, MiddleCut } from "#components/ui/middle-cut.tsx";
import { Handle } from "./handle.tsx";
import type { Links } from "./view.ts";

/** An id, a key or an address as a handle: in mono, cut in the middle where its place is narrow. */
export function CodeHandle(props: {
  readonly links: Links;
  readonly field: string;
  readonly value: string;
  /** What is shown of it, if not all. */
  readonly shown?: string;
  readonly hintNote?: string;
  readonly offTab?: boolean;
}) {
  const { shown, ...handle } = props;
  const text = shown ?? props.value;
  return (
    <Handle {...handle} {...(isMiddleCut(text) && { label: text })} mono>
      <MiddleCut>{text}</MiddleCut>
    </Handle>
  );
}
