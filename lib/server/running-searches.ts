/**
 * The searches that pages run now, by the tab that waits for them. A tab's newer search ends its older one, whose
 * answer nobody will see, and a tab may have its own stopped.
 */
type Search = { readonly tab: string; readonly step: number };

type Latest = {
  readonly step: number;
  /** Null once it has been answered. The step is remembered: a cookie that is left over names no second search. */
  running: AbortController | null;
};

/** Tabs that are remembered; whoever makes up more makes others be forgotten, which stops nothing. */
const MOST_TABS = 1_000;

/** Plain text, since each bundle has a class of failures of its own. */
const STOPPED = "You stopped this search.";

export type RunningSearches = {
  /** Its signal, and what to call when it has been answered; null where this tab has searched as far already. */
  begin(search: Search): { readonly signal: AbortSignal; end(): void } | null;
  /** Stops it, if it still runs. */
  stop(search: Search): void;
};

export function createRunningSearches(): RunningSearches {
  const tabs = new Map<string, Latest>();
  return {
    begin({ tab, step }) {
      const before = tabs.get(tab);
      if (before !== undefined && step <= before.step) return null;
      before?.running?.abort();
      const running = new AbortController();
      const latest: Latest = { step, running };
      // Behind all others: the first in the map is the one that was not heard of for longest.
      tabs.delete(tab);
      tabs.set(tab, latest);
      const [oldest] = tabs.keys();
      if (tabs.size > MOST_TABS && oldest !== undefined) tabs.delete(oldest);
      return {
        signal: running.signal,
        end() {
          latest.running = null;
        },
      };
    },
    stop({ tab, step }) {
      const latest = tabs.get(tab);
      if (latest?.step === step) latest.running?.abort(STOPPED);
    },
  };
}

// On globalThis: what follows requests and the route that stops them are bundled apart.
const KEY = Symbol.for("waymark.running-searches");
const forProcess = globalThis as { [KEY]?: RunningSearches };

export function runningSearches(): RunningSearches {
  forProcess[KEY] ??= createRunningSearches();
  return forProcess[KEY];
}
