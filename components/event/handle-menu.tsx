"use client";

import { useEffect, useRef, useState } from "react";
import { writeClipboard } from "#components/ui/copyable.tsx";
import { cutMiddle } from "#components/ui/cut-middle.ts";
import { Icon } from "#components/ui/icon.tsx";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRow,
  MenuSeparator,
  MenuTrigger,
} from "#components/ui/menu.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { findField } from "#lib/event/fields.ts";
import type { View } from "#lib/search/view-url.ts";
import styles from "./handle-menu.module.css";
import { viewHref, withCondition } from "./view.ts";

type Target = { readonly field: string; readonly value: string; readonly element: HTMLElement };

/**
 * The one menu of all handles on a page. It listens on the document for clicks on them, so a thousand handles
 * cost one listener, and hangs from whichever was clicked. Alt-click excludes at once.
 */
export function HandleMenu(props: { readonly view: View; readonly go: (href: string) => void }) {
  const { view, go } = props;
  const [target, setTarget] = useState<Target | null>(null);
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const click = (event: MouseEvent) => {
      const found = handleOf(event);
      if (found === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.altKey) {
        go(viewHref(withCondition(view, found.field, found.value, true)));
        return;
      }
      if (anchor.current !== null) placeOver(anchor.current, found.element);
      setTarget(found);
      setOpen(true);
    };
    document.addEventListener("click", click, { capture: true });
    return () => document.removeEventListener("click", click, { capture: true });
  }, [view, go]);

  useEffect(() => {
    if (!open || target === null) return;
    target.element.dataset["state"] = "open";
    return () => {
      delete target.element.dataset["state"];
    };
  }, [open, target]);

  return (
    <Menu open={open} onOpenChange={setOpen}>
      <MenuTrigger asChild>
        <span ref={anchor} className={styles["anchor"]} aria-hidden="true" />
      </MenuTrigger>
      {target === null ? null : (
        <MenuContent
          aria-label={`${labelOf(target.field)} ${visibleText(cutMiddle(target.value, 80))}`}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (target.element.isConnected) target.element.focus({ preventScroll: true });
          }}
        >
          <HandleItems target={target} view={view} />
        </MenuContent>
      )}
    </Menu>
  );
}

/** The actions are links: the frame around follows them, or the browser does. */
function HandleItems(props: { readonly target: Target; readonly view: View }) {
  const { target, view } = props;
  const { field, value } = target;
  const alone = { ...view, q: "", cursor: null };
  const choices = [
    {
      icon: "plus",
      words: "Filter by this",
      hint: undefined,
      href: viewHref(withCondition(view, field, value, false)),
    },
    {
      icon: "minus",
      words: "Exclude this",
      hint: "Alt-click",
      href: viewHref(withCondition(view, field, value, true)),
    },
    {
      icon: "search",
      words: "Search for only this",
      hint: undefined,
      href: viewHref(withCondition(alone, field, value, false)),
    },
  ] as const;
  return (
    <>
      <MenuLabel>
        <span className={styles["field"]}>{labelOf(field)}</span>{" "}
        <span className={styles["value"]}>{visibleText(cutMiddle(value, 120))}</span>
      </MenuLabel>
      {choices.map(({ icon, words, hint, href }) => (
        <MenuItem key={words} asChild>
          <a href={href}>
            <MenuRow icon={<Icon name={icon} size={14} />} hint={hint}>
              {words}
            </MenuRow>
          </a>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem
        icon={<Icon name="copy" size={14} />}
        onSelect={() => void writeClipboard(value).catch(() => undefined)}
      >
        Copy
      </MenuItem>
      {field === "id" ? (
        <MenuItem asChild>
          <a href={`/events/${encodeURIComponent(value)}`}>
            <MenuRow icon={<Icon name="open" size={14} />}>Open the event's page</MenuRow>
          </a>
        </MenuItem>
      ) : null}
    </>
  );
}

function handleOf(event: MouseEvent): Target | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey) return null;
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-handle]") : null;
  const field = element?.dataset["handle"];
  const value = element?.dataset["value"];
  return element === null || field === undefined || value === undefined ? null : { field, value, element };
}

function labelOf(field: string): string {
  return findField(field)?.label ?? visibleText(field);
}

/** Lays the menu's invisible anchor over the element that it should hang from. */
function placeOver(anchor: HTMLElement, element: HTMLElement): void {
  const visible = element.parentElement?.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const right = visible === undefined ? box.right : Math.min(box.right, visible.right);
  anchor.style.left = `${box.left}px`;
  anchor.style.top = `${box.top}px`;
  anchor.style.width = `${Math.max(1, right - box.left)}px`;
  anchor.style.height = `${box.height}px`;
}
