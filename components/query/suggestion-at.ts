import type { Suggestion, SuggestionGroup } from "./suggestion.ts";

/** The suggestion at a place in all groups together. */
export function suggestionAt(groups: readonly SuggestionGroup[], place: number): Suggestion | undefined {
  return groups.flatMap(({ suggestions }) => suggestions)[place];
}
