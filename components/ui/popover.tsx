"use client";

import { lazy, type ReactNode } from "react";
import { OnDemand } from "./on-demand.tsx";
import type { Trigger } from "./trigger.ts";

export type PopoverProps = {
  readonly trigger: Trigger;
  /** The name of what opens. */
  readonly label: string;
  /** Given together: opens and closes at its owner's word. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly align?: "start" | "end";
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

const load = () => import("./open-popover.tsx");
const OpenPopover = lazy(async () => ({ default: (await load()).OpenPopover }));

/** A small panel that hangs from its button: forms and lists that a menu can't hold. Never modal. */
export function Popover(props: PopoverProps) {
  const { trigger, open, onOpenChange } = props;
  const opening: Trigger = (own) =>
    trigger({
      ...own,
      onClick: () => {
        own.onClick?.();
        onOpenChange?.(true);
      },
    });
  return (
    <OnDemand kind="dialog" load={load} trigger={opening} {...(open === true && { wanted: true })}>
      <OpenPopover {...props} />
    </OnDemand>
  );
}
