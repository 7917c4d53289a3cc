/** The code that shows one event. */
export const loadEvent = () => import("./open-event.tsx");

/** Has it there for whoever points at the list, or moves in it by keys, and may open an event next. */
export function prepareEvent(): void {
  // What fails here is tried again when an event is opened.
  void loadEvent().catch(() => undefined);
}
