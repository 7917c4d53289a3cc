"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { isTyping } from "#components/ui/typing.ts";
import type { View } from "#lib/search/view-url.ts";
import { type FoundHandle, type FoundSeveral, findHandle, findSeveral } from "./found-handle.ts";
import { viewHref, withCondition } from "./view.ts";

const loadMenu = () => import("./open-handle-menu.tsx");
const OpenHandleMenu = lazy(async () => ({ default: (await loadMenu()).OpenHandleMenu }));
const loadBar = () => import("./handle-bar.tsx");
const HandleBar = lazy(async () => ({ default: (await loadBar()).HandleBar }));

/**
 * What the handles of a page do. It listens on the document, so a thousand of them cost one listener: a click opens
 * the one menu at them, and at what stands for several of them (`Several`); `+` adds the value that has the focus and
 * `-` excludes it, as Alt-click does. The bar beside the value that is pointed at does the same with one click.
 */
export function HandleMenu(props: { readonly view: View; readonly go: (href: string) => void }) {
  const { view, go } = props;
  const [target, setTarget] = useState<FoundHandle | FoundSeveral | null>(null);
  const [open, setOpen] = useState(false);
  const [hasBar, setHasBar] = useState(false);

  useEffect(() => {
    const narrow = ({ field, value }: FoundHandle, exclude: boolean) =>
      go(viewHref(withCondition(view, field, value, exclude)));
    const click = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      const found = findHandle(event.target) ?? findSeveral(event.target);
      if (found === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.altKey && found.value !== undefined) {
        narrow(found, true);
        return;
      }
      setTarget(found);
      setOpen(true);
    };
    const key = (event: KeyboardEvent) => {
      if (isTyping(event) || !["+", "-"].includes(event.key)) return;
      const found = findHandle(document.activeElement);
      if (found === null) return;
      event.preventDefault();
      narrow(found, event.key === "-");
    };
    const prepare = ({ target: at }: Event) => {
      if ((findHandle(at) ?? findSeveral(at)) === null) return;
      // A failed fetch is tried again at the next value.
      Promise.all([loadBar(), loadMenu()]).then(
        () => setHasBar(true),
        () => undefined,
      );
    };
    const controller = new AbortController();
    const { signal } = controller;
    document.addEventListener("click", click, { capture: true, signal });
    document.addEventListener("keydown", key, { signal });
    document.addEventListener("pointerover", prepare, { passive: true, signal });
    document.addEventListener("focusin", prepare, { passive: true, signal });
    return () => controller.abort();
  }, [view, go]);

  useEffect(() => {
    if (!open || target === null) return;
    target.element.dataset["state"] = "open";
    return () => {
      delete target.element.dataset["state"];
    };
  }, [open, target]);

  return (
    <Suspense fallback={null}>
      {hasBar ? <HandleBar view={view} /> : null}
      {target === null ? null : (
        <OpenHandleMenu target={target} view={view} open={open} onOpenChange={setOpen} />
      )}
    </Suspense>
  );
}
