"use client";

import { type RefObject, useEffect, useRef } from "react";

/** A place that goes back to its top when it shows something else; `key` names what it shows. */
export function useScrollToTop(key: string): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    place.current?.scrollTo(0, 0);
  }, [key]);
  return place;
}
