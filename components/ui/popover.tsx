"use client";

import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { floatingPlace } from "./floating.ts";
import styles from "./popover.module.css";

/** A small panel that hangs from its control: forms and lists that a menu can't hold. Never modal. */
export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;
export const PopoverClose = Radix.Close;

/** What the control opens; needs a name: `aria-label` or `aria-labelledby`. */
export function PopoverContent({ children, className, ...rest }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal container={floatingPlace()}>
      <Radix.Content
        className={classNames(styles["content"], className)}
        align="start"
        sideOffset={4}
        collisionPadding={8}
        {...rest}
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  );
}
