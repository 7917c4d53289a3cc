"use client";

import { useTz } from "./use-tz.ts";
import { withTz } from "./with-tz.ts";

/** Keeps the reader's zone through a form that leads to another page. Nothing where it is UTC. */
export function TzInput() {
  const tz = useTz();
  return withTz("", tz) === "" ? null : <input type="hidden" name="tz" value={tz} />;
}
