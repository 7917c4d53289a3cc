"use client";

import { DropdownMenu } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { floatingPlace } from "./floating.ts";
import styles from "./menu.module.css";

/**
 * The one menu. Never modal: a modal one would lock the page's scrolling by writing styles into it, and reading
 * goes on while a menu is open.
 */
export function Menu(props: ComponentProps<typeof DropdownMenu.Root>) {
  return <DropdownMenu.Root modal={false} {...props} />;
}

export const MenuTrigger = DropdownMenu.Trigger;

/** What the trigger opens. Stays inside the window, scrolls if it is taller. */
export function MenuContent({ children, ...rest }: ComponentProps<typeof DropdownMenu.Content>) {
  return (
    <DropdownMenu.Portal container={floatingPlace()}>
      <DropdownMenu.Content
        className={styles["content"]}
        align="start"
        sideOffset={4}
        collisionPadding={8}
        {...rest}
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
}

type ItemProps = ComponentProps<typeof DropdownMenu.Item> & {
  readonly icon?: ReactNode;
  readonly hint?: ReactNode;
};

/** One action, with an icon before and a key or note after. With `asChild` give it one link, and no icon. */
export function MenuItem({ icon, hint, children, asChild, ...rest }: ItemProps) {
  if (asChild === true)
    return (
      <DropdownMenu.Item className={styles["item"]} asChild {...rest}>
        {children}
      </DropdownMenu.Item>
    );
  return (
    <DropdownMenu.Item className={styles["item"]} {...rest}>
      <MenuRow icon={icon} hint={hint}>
        {children}
      </MenuRow>
    </DropdownMenu.Item>
  );
}

/** The inside of an item: icon, words, note. For items that are links. */
export function MenuRow(props: {
  readonly icon?: ReactNode;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <span className={styles["icon"]}>{props.icon}</span>
      <span className={styles["words"]}>{props.children}</span>
      {props.hint === undefined ? null : <span className={styles["hint"]}>{props.hint}</span>}
    </>
  );
}

export const MenuChoices = DropdownMenu.RadioGroup;

/** One of several that exclude each other; the chosen one carries a check mark. */
export function MenuChoice({ children, ...rest }: ComponentProps<typeof DropdownMenu.RadioItem>) {
  return (
    <DropdownMenu.RadioItem className={styles["item"]} {...rest}>
      <span className={styles["icon"]}>
        <DropdownMenu.ItemIndicator>
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" className={styles["check"]}>
            <path d="m3 8.5 3.2 3.2L13 4.8" />
          </svg>
        </DropdownMenu.ItemIndicator>
      </span>
      <span className={styles["words"]}>{children}</span>
    </DropdownMenu.RadioItem>
  );
}

/** A line of text over the items: what they are about. */
export function MenuLabel(props: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className={styles["label"]}>{props.children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className={styles["separator"]} />;
}
