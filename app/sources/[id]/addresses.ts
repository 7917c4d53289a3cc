import { viewHref } from "#components/event/view.ts";
import type { Span } from "#components/source/coverage-days.ts";
import { shiftDay } from "#components/source/coverage-days.ts";
import type { SourceView } from "#components/source/source-view.ts";
import { addCondition, queryFor } from "#lib/search/edit-query.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";

/** The address of a source's page with these parameters; null ones are left out. */
export function sourceHref(
  id: string,
  parameters: Readonly<Record<string, string | null>>,
  anchor = "",
): string {
  const text = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ).toString();
  return `/sources/${id}${text === "" ? "" : `?${text}`}${anchor === "" ? "" : `#${anchor}`}`;
}

/** The events of an account and region on these days. An event can be delivered on the day after its own. */
export function coverageHref(
  { account, region }: { readonly account: string; readonly region: string },
  span: Span,
) {
  const ofAccount = account === "" ? "" : queryFor("account", account);
  const q = region === "" ? ofAccount : addCondition(ofAccount, "region", region);
  return viewHref({ ...DEFAULT_VIEW, q, from: span.from, to: shiftDay(span.to, 1) });
}

/** Where it is changed how a source is reached; null where there is no other way to it. */
export function changeHref({
  id,
  kind,
  isRemoved,
}: Pick<SourceView, "id" | "kind" | "isRemoved">): string | null {
  return kind === "s3" && !isRemoved ? `/sources/${id}/change` : null;
}

/** The events that a source delivered. */
export function originHref(name: string): string {
  return viewHref({ ...DEFAULT_VIEW, q: queryFor("origin", name) });
}
