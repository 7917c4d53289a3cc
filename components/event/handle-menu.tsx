"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import type { View } from "#lib/search/view-url.ts";
import type { FoundHandle, HandleBox, HandleTarget } from "./handle-target.ts";
import { type OwnPage, pageOf } from "./page-of.ts";
import { viewHref, withCondition } from "./view.ts";

const load = () => import("./open-handle-menu.tsx");
const OpenHandleMenu = lazy(async () => ({ default: (await load()).OpenHandleMenu }));

/**
 * The one menu of all handles on a page. It listens on the document for clicks on them, so a thousand handles
 * cost one listener, and hangs from whichever was clicked. Alt-click excludes at once.
 */
export function HandleMenu(props: { readonly view: View; readonly go: (href: string) => void }) {
  const { view, go } = props;
  const [target, setTarget] = useState<HandleTarget | null>(null);
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
  return (
    <Suspense fallback={null}>
      <OpenHandleMenu target={target} view={view} open={open} onOpenChange={setOpen} />
    </Suspense>
  );
}

function handleAt(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>("[data-handle]") : null;
}

function handleOf(event: MouseEvent): FoundHandle | null {
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

/** What is seen of the element: its cell may cut it off. */
function boxOf(element: HTMLElement): HandleBox {
  const { left, top, right, height } = element.getBoundingClientRect();
  const cell = element.parentElement?.getBoundingClientRect();
  const end = cell === undefined ? right : Math.min(right, cell.right);
  return { left, top, width: Math.max(1, end - left), height };
}
