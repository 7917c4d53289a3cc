"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Draws the page anew every so often while something on it is still going on, unless it is in the background. */
export function RefreshWhile({ on, everyMs }: { readonly on: boolean; readonly everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [on, everyMs, router]);
  return null;
}
