"use client";

import { DropdownMenu } from "radix-ui";
import { floatingPlace } from "./floating.ts";
import { Icon } from "./icon.tsx";
import styles from "./menu.module.css";
import type { MenuEntry, MenuProps } from "./menu-props.ts";

type OpenMenuProps = MenuProps & {
  /** Given together: the menu opens and closes at its owner's word. Otherwise it starts open. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly label?: string;
  /** Called in place of giving the focus back to the trigger. */
  readonly onClose?: () => void;
};

/**
 * A menu with its code. Never modal: a modal one would lock the page's scrolling by writing styles into it, and
 * reading goes on while a menu is open.
 */
export function OpenMenu({
  trigger,
  entries,
  heading,
  align = "start",
  open,
  onOpenChange,
  label,
  onClose,
}: OpenMenuProps) {
  const control =
    open === undefined || onOpenChange === undefined ? { defaultOpen: true } : { open, onOpenChange };
  return (
    <DropdownMenu.Root modal={false} {...control}>
      <DropdownMenu.Trigger asChild>{trigger({})}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={floatingPlace()}>
        <DropdownMenu.Content
          className={styles["content"]}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          onCloseAutoFocus={(event) => {
            if (onClose === undefined) return;
            event.preventDefault();
            onClose();
          }}
        >
          {heading === undefined ? null : (
            <DropdownMenu.Label className={styles["label"]}>{heading}</DropdownMenu.Label>
          )}
          {entries().map((entry) => (
            <Entry key={keyOf(entry)} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Labels may be alike where they are values, and ways too where words tell them apart. */
function keyOf(entry: MenuEntry): string {
  if (entry.kind === "separator") return entry.kind;
  return entry.kind === "link" ? `${entry.label} ${entry.href}` : entry.label;
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case "separator":
      return <DropdownMenu.Separator className={styles["separator"]} />;
    case "link":
      return (
        <DropdownMenu.Item className={styles["item"]} asChild>
          <a href={entry.href}>
            <Row entry={entry} />
          </a>
        </DropdownMenu.Item>
      );
    case "action":
      return (
        <DropdownMenu.Item className={styles["item"]} onSelect={entry.onSelect}>
          <Row entry={entry} />
        </DropdownMenu.Item>
      );
    case "choice":
      return (
        <DropdownMenu.CheckboxItem
          role="menuitemradio"
          className={styles["item"]}
          checked={entry.isChosen}
          onSelect={entry.onSelect}
        >
          <span className={styles["check"]}>{entry.isChosen ? <Icon name="check" size={14} /> : null}</span>
          <span className={styles["words"]}>{entry.label}</span>
        </DropdownMenu.CheckboxItem>
      );
  }
}

function Row({ entry }: { readonly entry: Extract<MenuEntry, { kind: "action" | "link" }> }) {
  return (
    <>
      <span className={styles["icon"]}>
        {entry.icon === undefined ? null : <Icon name={entry.icon} size={14} />}
      </span>
      <span className={styles["words"]}>{entry.label}</span>
      {entry.hint === undefined ? null : <span className={styles["hint"]}>{entry.hint}</span>}
    </>
  );
}
