"use client";

import { useSyncExternalStore } from "react";
import { keepPreference } from "#components/ui/keep-preference.ts";
import { DENSITY_COOKIE, type Density } from "./density-preference.ts";

/**
 * How high the rows are. The document says it (`data-density`), from its first byte on; a style sheet does the rest.
 */
export function useDensity(): readonly [density: Density, choose: (density: Density) => void] {
  const density = useSyncExternalStore(subscribe, read, () => "compact" as const);
  return [density, choose];
}

const changed = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  changed.add(listener);
  return () => changed.delete(listener);
}

function read(): Density {
  return document.documentElement.dataset["density"] === "comfortable" ? "comfortable" : "compact";
}

function choose(density: Density): void {
  keepPreference(DENSITY_COOKIE, density);
  document.documentElement.dataset["density"] = density;
  for (const listener of changed) listener();
}
