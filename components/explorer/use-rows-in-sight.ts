"use client";

import { startTransition, useEffect, useState } from "react";

/** A row is at least so high, in CSS pixels, with its share of what stands over the list. */
const ROW = 36;

/**
 * How many rows of a page to draw: when another page comes, those that a screen can show, and once these are there,
 * all. Half of the work then is not waited for. The first page is drawn whole, as the server did.
 */
export function useRowsInSight(page: object): number {
  const [drawn, setDrawn] = useState(page);
  useEffect(() => startTransition(() => setDrawn(page)), [page]);
  return drawn === page ? Number.POSITIVE_INFINITY : Math.ceil(window.innerHeight / ROW);
}
