"use client";

import { preload } from "react-dom";
import type { FacetPreference } from "#components/facets/facet-preference.ts";
import { FIRST_VALUES } from "#components/facets/first-values.ts";
import { ROOM } from "#components/facets/room.ts";
import { facetsHref } from "#components/facets/use-facets.ts";
import { histogramHrefs } from "#components/histogram/histogram-hrefs.ts";
import type { View } from "#lib/search/view-url.ts";
import { questionOf } from "./question-of.ts";

/**
 * While the server draws the first page: has the browser ask for what stands beside the list along with the scripts,
 * not after they have run. Stands behind the list, which must not wait for the counts. Draws nothing, and does
 * nothing in a browser, where the parts ask for themselves.
 */
export function AnswersAhead(props: { readonly view: View; readonly facets: FacetPreference }): null {
  if (typeof window !== "undefined") return null;
  const question = questionOf(props.view);
  if (question === null) return null;
  for (const href of histogramHrefs(question)) ask(href);
  const facets = facetsHref(question, props.facets.open, FIRST_VALUES);
  // A sheet that nobody has opened asks nothing.
  if (facets !== null && props.facets.isShown) {
    ask(facets, props.view.event === null ? ROOM.list : ROOM.panel);
  }
  return null;
}

function ask(href: string, media?: string): void {
  // As the page's own fetch does, which takes the answer; behind the scripts, without which it is of no use.
  preload(href, {
    as: "fetch",
    crossOrigin: "anonymous",
    fetchPriority: "low",
    ...(media !== undefined && { media }),
  });
}
