import { Note } from "#components/ui/note.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import type { Problem } from "#lib/search/search.ts";

/** What could not be read of the address besides the query: shown, not dropped. */
export function ViewProblems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Note kind="warning" title="A part of this address could not be read.">
      <ul>
        {problems.map(({ parameter, message }) => (
          <li key={`${parameter} ${message}`}>
            <code>{visibleText(parameter)}</code>: {visibleText(message)}
          </li>
        ))}
      </ul>
    </Note>
  );
}
