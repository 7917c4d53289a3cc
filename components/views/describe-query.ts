import { findTimePreset } from "#lib/search/time-presets.ts";
import { parseView } from "#lib/search/view-url.ts";

/** A saved view in a line: its query and its time. */
export function describeQuery(query: string): string {
  const { q, from, to } = parseView(new URLSearchParams(query), 0).view;
  const preset = findTimePreset(from, to);
  const time = preset?.label.toLowerCase() ?? `${from ?? "the beginning"} to ${to ?? "now"}`;
  return `${q === "" ? "everything" : q}, ${time}`;
}
