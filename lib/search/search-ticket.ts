import { hash31 } from "#lib/base/hash31.ts";

/**
 * How a page request says which tab's search it is: Next's router takes no headers along and never calls off a
 * request, so the explorer leaves a cookie just before it navigates. All tabs share cookies; the mark of the address
 * keeps another tab's request, which may leave the browser in the same moment, from being taken for this one.
 */
export type SearchTicket = {
  readonly tab: string;
  /** Which search of this tab; 0: the one that its page was opened with. */
  readonly step: number;
};

export const TICKET_COOKIE = "waymark-search";

/** `query`: of the address, without its question mark. */
export function writeTicket({ tab, step }: SearchTicket, query: string): string {
  return `${tab}.${step}.${markOf(query)}`;
}

const TAB = /^[a-z0-9]{1,32}$/;
const STEP = /^(?:0|[1-9]\d{0,8})$/;

/** The ticket in a cookie's text, if it is one for this query. Anybody may have written it. */
export function readTicket(text: string, query: string): SearchTicket | null {
  const [tab = "", step = "", mark, ...more] = text.split(".", 4);
  if (!TAB.test(tab) || !STEP.test(step) || mark !== markOf(query) || more.length > 0) return null;
  return { tab, step: Number(step) };
}

function markOf(query: string): string {
  return hash31(query).toString(36);
}
