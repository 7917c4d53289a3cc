// Runs in the page before its own scripts, and takes down when what is asked for was on screen. Plain JavaScript: it
// is handed to the browser as it stands.
(() => {
  const notes = {
    /** Milliseconds from the navigation's start to the frame in which each thing was first there. */
    at: {},
    lcp: { at: 0, element: "" },
    shift: 0,
    /** Milliseconds of tasks over 50 ms, and of handlers and frames of events, since the last `reset`. */
    tasks: [],
    handlers: [],
    frames: [],
    reset() {
      notes.tasks = [];
      notes.handlers = [];
      notes.frames = [];
    },
    /** Clicks a link and resolves with the milliseconds until the first row is another one, drawn. */
    turn(selector) {
      const first = () => document.querySelector("tr[data-row]")?.dataset.row;
      const before = first();
      return new Promise((resolve) => {
        const began = performance.now();
        const observer = new MutationObserver(() => {
          const now = first();
          if (now === undefined || now === before) return;
          observer.disconnect();
          drawn(() => resolve(performance.now() - began));
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        document.querySelector(selector).click();
      });
    },
  };
  window.bench = notes;

  const openFacet = "section[data-facet]:has([aria-expanded='true'])";
  const filledFacet = ":has(li[data-count], p)";
  const MARKS = {
    // It may have come already, and wait under the skeleton that it will replace.
    list: () => document.querySelector("tr[data-row]")?.checkVisibility() === true,
    histogram: () => document.querySelector("[role='slider'] path[d]:not([d=''])") !== null,
    facets: () =>
      document.querySelector(openFacet + filledFacet) !== null &&
      document.querySelector(`${openFacet}:not(${filledFacet})`) === null,
  };
  const drawn = (done) => requestAnimationFrame(() => setTimeout(done));
  const look = () => {
    for (const [name, isThere] of Object.entries(MARKS)) {
      if (name in notes.at || !isThere()) continue;
      notes.at[name] = performance.now();
      drawn(() => {
        notes.at[name] = performance.now();
      });
    }
    if (Object.keys(notes.at).length === Object.keys(MARKS).length) watcher.disconnect();
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document, { subtree: true, childList: true, attributes: true });

  const observe = (type, take, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...options,
    });
  observe("largest-contentful-paint", ({ startTime, element }) => {
    // A skeleton's words are gone by now.
    const place = element === null ? "gone since" : element.closest("table") === null ? "elsewhere" : "list";
    notes.lcp = { at: startTime, element: place };
  });
  observe("layout-shift", ({ value, hadRecentInput }) => {
    if (!hadRecentInput) notes.shift += value;
  });
  observe("longtask", ({ duration }) => notes.tasks.push(duration));
  observe(
    "event",
    (entry) => {
      notes.handlers.push(entry.processingEnd - entry.processingStart);
      notes.frames.push(entry.duration);
    },
    { durationThreshold: 16 },
  );
})();
