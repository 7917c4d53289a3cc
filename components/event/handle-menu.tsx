"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { writeClipboard } from "#components/ui/copyable.tsx";
import { cutMiddle } from "#components/ui/cut-middle.ts";
import type { MenuEntry } from "#components/ui/menu-props.ts";
import { visibleText } from "#components/ui/visible-text.ts";
import { readResourceName } from "#lib/cloudtrail/resource/resource-names.ts";
import { blastHref } from "#lib/event/blast.ts";
import { findField } from "#lib/event/fields.ts";
import type { View } from "#lib/search/view-url.ts";
import styles from "./handle-menu.module.css";
import { type OwnPage, pageOf } from "./page-of.ts";
import { resourceHref } from "./resource-href.ts";
import { viewHref, withCondition } from "./view.ts";

const load = () => import("#components/ui/open-menu.tsx");
const OpenMenu = lazy(async () => ({ default: (await load()).OpenMenu }));

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
type Found = {
  readonly field: string;
  readonly value: string;
  readonly page: OwnPage | null;
  readonly element: HTMLElement;
};
type Target = Found & { readonly box: Box };

/**
 * The one menu of all handles on a page. It listens on the document for clicks on them, so a thousand handles
 * cost one listener, and hangs from whichever was clicked. Alt-click excludes at once.
 */
export function HandleMenu(props: { readonly view: View; readonly go: (href: string) => void }) {
  const { view, go } = props;
  const [target, setTarget] = useState<Target | null>(null);
  const [open, setOpen] = useState(false);

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
      setTarget({ ...found, box: boxOf(found.element) });
      setOpen(true);
    };
    // A failed fetch is tried again by the click.
    const prepare = (event: Event) => void (handleAt(event) !== null && load().catch(() => undefined));
    const controller = new AbortController();
    document.addEventListener("click", click, { capture: true, signal: controller.signal });
    document.addEventListener("pointerover", prepare, { passive: true, signal: controller.signal });
    return () => controller.abort();
  }, [view, go]);

  useEffect(() => {
    if (!open || target === null) return;
    target.element.dataset["state"] = "open";
    return () => {
      delete target.element.dataset["state"];
    };
  }, [open, target]);

  if (target === null) return null;
  const label = `${labelOf(target.field)} ${visibleText(cutMiddle(target.value, 80))}`;
  return (
    <Suspense fallback={null}>
      <OpenMenu
        open={open}
        onOpenChange={setOpen}
        label={label}
        heading={<Heading target={target} />}
        entries={() => entriesOf(target, view)}
        trigger={() => <span className={styles["anchor"]} style={target.box} aria-hidden="true" />}
        onClose={() => {
          if (target.element.isConnected) target.element.focus({ preventScroll: true });
        }}
      />
    </Suspense>
  );
}

function Heading({ target }: { readonly target: Target }) {
  return (
    <>
      <span className={styles["field"]}>{labelOf(target.field)}</span>{" "}
      <span className={styles["value"]}>{visibleText(cutMiddle(target.value, 120))}</span>
    </>
  );
}

/** Links wherever there is somewhere to go: the frame around follows them, or the browser does. */
function entriesOf({ field, value, page }: Target, view: View): readonly MenuEntry[] {
  const alone = { ...view, q: "", cursor: null };
  const copy = () => void writeClipboard(value).catch(() => undefined);
  const entries: readonly MenuEntry[] = [
    {
      kind: "link",
      label: "Filter by this",
      icon: "plus",
      href: viewHref(withCondition(view, field, value, false)),
    },
    {
      kind: "link",
      label: "Exclude this",
      icon: "minus",
      hint: "Alt-click",
      href: viewHref(withCondition(view, field, value, true)),
    },
    {
      kind: "link",
      label: "Search for only this",
      icon: "search",
      href: viewHref(withCondition(alone, field, value, false)),
    },
    { kind: "separator" },
    { kind: "action", label: "Copy", icon: "copy", onSelect: copy },
  ];
  const own: readonly MenuEntry[] = page === null ? [] : [{ kind: "link", icon: "open", ...page }];
  return [...entries, ...own, ...pagesOf(field, value)];
}

/** The pages of what a value names, beside the one of its own. */
function pagesOf(field: string, value: string): readonly MenuEntry[] {
  if (field === "key") {
    const href = blastHref({ kind: "key", value });
    return [{ kind: "link", label: "Trace what came of this key", icon: "open", href }];
  }
  const isField = findField(field) !== undefined;
  const isResource = field === "resource" || (!isField && readResourceName(value).type !== null);
  const href = isResource ? resourceHref(value) : null;
  return href === null ? [] : [{ kind: "link", label: "Open the resource's page", icon: "open", href }];
}

function handleAt(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>("[data-handle]") : null;
}

function handleOf(event: MouseEvent): Found | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey) return null;
  const element = handleAt(event);
  const field = element?.dataset["handle"];
  const value = element?.dataset["value"];
  if (element === null || field === undefined || value === undefined) return null;
  return { field, value, page: givenPage(element) ?? pageOf(field, value), element };
}

function givenPage({ dataset }: HTMLElement): OwnPage | null {
  const { page: href, pageLabel: label } = dataset;
  return href === undefined || label === undefined ? null : { href, label };
}

function labelOf(field: string): string {
  return findField(field)?.label ?? visibleText(field);
}

/** What is seen of the element: its cell may cut it off. */
function boxOf(element: HTMLElement): Box {
  const { left, top, right, height } = element.getBoundingClientRect();
  const cell = element.parentElement?.getBoundingClientRect();
  const end = cell === undefined ? right : Math.min(right, cell.right);
  return { left, top, width: Math.max(1, end - left), height };
}
