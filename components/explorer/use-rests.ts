"use client";

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { formatDate } from "#components/ui/format-time.ts";
import type { Event } from "#lib/event/event.ts";
import { BURST_SECONDS, type Burst, secondsBetween } from "#lib/event/fold-events.ts";
import type { View } from "#lib/search/view-url.ts";
import type { Rest } from "./fetch-rest.ts";
import { eventKey } from "./selection.ts";
import { useExplorer } from "./use-explorer.ts";

/** Of a burst that may go on behind the end of its page: not looked for yet, on its way, not read; or all is there. */
export type RestState = "unknown" | "loading" | "failed" | "whole";

export type Rests = {
  /** The bursts of the page, each with what was found of it behind the page. */
  readonly bursts: readonly Burst[];
  /** By the key of a burst's first event. */
  readonly states: ReadonlyMap<string, RestState>;
  /** Looks for more of a burst. */
  readonly onRest: (key: string) => void;
};

type Known = Rest & { readonly state: RestState };
type Page = readonly Burst[];

const NOTHING: ReadonlyMap<string, Known> = new Map();
const NEVER: Rest = { events: [], cursor: null };

/**
 * A page ends where its rows are full, which may be in the midst of a burst: its rest is read when asked for. `view`:
 * the page's own.
 */
export function useRests(page: Page, hasNext: boolean, view: View): Rests {
  const { zone } = useExplorer();
  const [known, setKnown] = useState({ page, rests: NOTHING });
  const rests = known.page === page ? known.rests : NOTHING;
  const asking = useAsking(page);
  const bursts = useMemo(() => page.map((burst) => extended(burst, rests)), [page, rests]);
  const states = useMemo(() => statesOf(page, hasNext, rests), [page, hasNext, rests]);
  const onRest = useCallback(
    (key: string) => {
      const burst = page.find(({ event }) => eventKey(event) === key);
      const before = rests.get(key);
      if (burst === undefined || before?.state === "loading") return;
      const { events, cursor } = before ?? NEVER;
      const keep = (rest: Known) =>
        setKnown((was) => ({
          page,
          rests: new Map([...(was.page === page ? was.rests : NOTHING), [key, rest]]),
        }));
      const { signal } = asking.current;
      const dayOf = (event: Event) => formatDate(Date.parse(event.eventTime), zone);
      keep({ events, cursor, state: "loading" });
      // Few pages end in the midst of a burst that somebody opens.
      const found = import("./fetch-rest.ts").then(({ fetchRest }) =>
        fetchRest(view, burst, { cursor, dayOf, signal }),
      );
      found.then(
        (more) => {
          const state = more.cursor === null ? "whole" : "unknown";
          if (!signal.aborted) keep({ events: [...events, ...more.events], cursor: more.cursor, state });
        },
        () => signal.aborted || keep({ events, cursor, state: "failed" }),
      );
    },
    [page, rests, view, zone, asking],
  );
  return { bursts, states, onRest };
}

/** Another page calls off what was asked for this one. */
function useAsking(page: Page): RefObject<AbortController> {
  const asking = useRef(new AbortController());
  const asked = useRef(page);
  useEffect(() => {
    if (asked.current === page) return;
    asked.current = page;
    asking.current.abort();
    asking.current = new AbortController();
  }, [page]);
  return asking;
}

function extended(burst: Burst, rests: ReadonlyMap<string, Known>): Burst {
  const rest = rests.get(eventKey(burst.event));
  if (rest === undefined || rest.events.length === 0) return burst;
  return { event: burst.event, others: [...burst.others, ...rest.events] };
}

/** Of the bursts that the end of the page may have cut: whoever began longer before it than a burst lasts is whole. */
function statesOf(
  page: Page,
  hasNext: boolean,
  rests: ReadonlyMap<string, Known>,
): ReadonlyMap<string, RestState> {
  const end = endOf(page);
  if (!hasNext || end === null) return new Map();
  const cut = page.filter(
    ({ event, others }) => others.length > 0 && secondsBetween(event, end) <= BURST_SECONDS,
  );
  return new Map(
    cut.map(({ event }) => {
      const key = eventKey(event);
      return [key, rests.get(key)?.state ?? "unknown"];
    }),
  );
}

/** The event of a page that lies furthest from its first. */
function endOf(page: Page): Event | null {
  const [first] = page;
  if (first === undefined) return null;
  return page
    .map(({ event, others }) => others.at(-1) ?? event)
    .reduce((end, event) =>
      secondsBetween(first.event, event) > secondsBetween(first.event, end) ? event : end,
    );
}
