"use client";

import { Popover as Radix } from "radix-ui";
import { classNames } from "./class-names.ts";
import { floatingPlace } from "./floating.ts";
import styles from "./popover.module.css";
import type { PopoverProps } from "./popover-props.ts";

/** A popover with its code; open as it appears, unless its owner says otherwise. */
export function OpenPopover({
  trigger,
  label,
  open,
  onOpenChange,
  align = "end",
  className,
  children,
}: PopoverProps) {
  const control =
    open === undefined || onOpenChange === undefined ? { defaultOpen: true } : { open, onOpenChange };
  return (
    <Radix.Root {...control}>
      <Radix.Trigger asChild>{trigger({})}</Radix.Trigger>
      <Radix.Portal container={floatingPlace()}>
        <Radix.Content
          className={classNames(styles["content"], className)}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
