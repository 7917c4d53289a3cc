"use client";

import { HandleMenu } from "#components/event/handle-menu.tsx";
import type { View } from "#lib/search/view-url.ts";

const leave = (href: string) => window.location.assign(href);

/** The menu of all handles on a page that is no explorer: what is chosen opens the explorer. */
export function PageHandles({ view }: { readonly view: View }) {
  return <HandleMenu view={view} go={leave} />;
}
