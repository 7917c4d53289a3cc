"use client";

import { useState } from "react";
import type { View } from "#lib/search/view-url.ts";
import { viewHref } from "./view.ts";

/** The same object while the view has the same address: what is made from it is then made once. */
export function useSteadyView(view: View): View {
  const href = viewHref(view);
  const [kept, keep] = useState({ href, view });
  if (kept.href === href) return kept.view;
  keep({ href, view });
  return view;
}
