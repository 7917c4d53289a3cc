"use client";

import type { View } from "#lib/search/view-url.ts";
import { HandleMenu } from "./handle-menu.tsx";

const leave = (href: string) => window.location.assign(href);

/** The menu of all handles on a page that is no explorer: what it leads to is another page. */
export function PageHandleMenu({ view }: { readonly view: View }) {
  return <HandleMenu view={view} go={leave} />;
}
