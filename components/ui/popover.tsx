"use client";

import { lazy } from "react";
import { OnDemand } from "./on-demand.tsx";
import type { PopoverProps } from "./popover-props.ts";
import type { Trigger } from "./trigger.ts";

const load = () => import("./open-popover.tsx");
const OpenPopover = lazy(async () => ({ default: (await load()).OpenPopover }));

/** A small panel that hangs from its button: forms and lists that a menu can't hold. Never modal. */
export function Popover(props: PopoverProps) {
  const { trigger, open, onOpenChange } = props;
  const loadAll = () => Promise.all([load(), props.load?.()]);
  const opening: Trigger = (own) =>
    trigger({
      ...own,
      onClick: () => {
        own.onClick?.();
        onOpenChange?.(true);
      },
    });
  return (
    <OnDemand kind="dialog" load={loadAll} trigger={opening} {...(open === true && { wanted: true })}>
      <OpenPopover {...props} />
    </OnDemand>
  );
}
