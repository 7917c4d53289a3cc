"use client";

import { useEffect } from "react";
import { isTyping } from "#components/ui/typing.ts";

/** Lets `/` go to the element of this id, as on every page with a search box. */
export function FocusKey({ id }: { readonly id: string }) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event)) return;
      event.preventDefault();
      document.getElementById(id)?.focus();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [id]);
  return null;
}
