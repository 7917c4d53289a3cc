"use client";

import { type ReactNode, Suspense, useState } from "react";
import type { Trigger, TriggerProps } from "./trigger.ts";

type OnDemandProps = {
  readonly kind: "menu" | "dialog";
  /** Fetches the code of the control; called at the first sign of interest. */
  readonly load: () => Promise<unknown>;
  readonly trigger: Trigger;
  /** True opens it without a click. */
  readonly wanted?: boolean;
  /** The control itself: the same button, open as it appears. */
  readonly children: ReactNode;
};

/**
 * A control whose code is fetched when somebody reaches for it: the page is usable sooner, and most visits never
 * open most menus.
 */
export function OnDemand({ kind, load, trigger, wanted = false, children }: OnDemandProps) {
  const [clicked, setClicked] = useState(false);
  // A fetch that fails here is tried again by the click, whose failure the error page shows.
  const prepare = () => void load().catch(() => undefined);
  const props: TriggerProps = {
    onClick: () => setClicked(true),
    onPointerEnter: prepare,
    onFocus: prepare,
    "aria-haspopup": kind,
    "aria-expanded": false,
  };
  const closed = trigger(props);
  return clicked || wanted ? <Suspense fallback={closed}>{children}</Suspense> : closed;
}
