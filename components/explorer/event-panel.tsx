"use client";

import { lazy, Suspense, useState } from "react";
import type { FoundEvent } from "#components/event/event-detail.ts";
import { loadEvent } from "./load-event.ts";
import { useExplorer } from "./use-explorer.ts";

const OpenEvent = lazy(async () => ({ default: (await loadEvent()).OpenEvent }));

/** One event beside the list. Most visits begin without: from the first that is opened on, it is there. */
export function EventPanel({ initial }: { readonly initial: FoundEvent | null }) {
  const { view } = useExplorer();
  const [isNeeded, need] = useState(view.event !== null);
  if (view.event !== null && !isNeeded) need(true);
  return isNeeded ? (
    <Suspense fallback={null}>
      <OpenEvent initial={initial} />
    </Suspense>
  ) : null;
}
