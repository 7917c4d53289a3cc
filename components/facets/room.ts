/** Where there is room beside the list, and with an event's panel open; the style sheet of the frame says the same. */
export const ROOM = { list: "(min-width: 64rem)", panel: "(min-width: 90rem)" } as const;
