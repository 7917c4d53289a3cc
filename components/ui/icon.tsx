import styles from "./icon.module.css";

/** Drawings on a 16 × 16 grid, one stroke of 1.5, in the colour of the text around them. */
const PATHS = {
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.4 10.4 14 14",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6",
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
  check: "m3 8.5 3.2 3.2L13 4.8",
  rows: "M2.5 4h11M2.5 8h11M2.5 12h11",
  fold: "M2.5 8h11M8 1.6v3.6M5.9 3.4 8 5.4l2.1-2M8 14.4v-3.6M5.9 12.6 8 10.6l2.1 2",
  columns: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  link: "M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.5-2.5a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.8-.8",
  "chevron-down": "m4 6.2 4 4 4-4",
  "chevron-right": "m6.2 4 4 4-4 4",
  close: "m4 4 8 8M12 4l-8 8",
  "arrow-up": "M8 13V3.4M4 7.2l4-4 4 4",
  "arrow-down": "M8 3v9.6M4 8.8l4 4 4-4",
  "arrow-left": "M13 8H3.4M7.2 4l-4 4 4 4",
  "arrow-right": "M3 8h9.6M8.8 4l4 4-4 4",
  open: "M6.5 3H3v10h10V9.5M9 3h4v4M13 3 7.5 8.5",
  grip: "M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01",
  plus: "M8 3.5v9M3.5 8h9",
  minus: "M3.5 8h9",
  sun: "M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9",
  moon: "M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z",
  half: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 2v12",
  warning: "M8 2.6 14 13H2L8 2.6ZM8 6.6v3M8 11.4h.01",
  forbidden: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM3.8 3.8l8.4 8.4",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.4v3.4M8 5.2h.01",
  question:
    "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.3 6.4c.1-2.2 3.5-2.1 3.5 0 0 1.3-1.8 1.3-1.8 2.6M8 11.3h.01",
  person: "M8 7.5a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM3 13.7c.4-2.7 2.4-4.2 5-4.2s4.6 1.5 5 4.2",
  badge:
    "M3 3.5h10v9H3zM6 12.5c0-1.4.9-2 2-2s2 .6 2 2M8 8.7a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8ZM6.8 3.5V2h2.4v1.5",
  gear: "M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM8 1.8 13.4 4.9v6.2L8 14.2 2.6 11.1V4.9L8 1.8Z",
  crown: "M2.5 12.5h11M2.5 10.3 2 4.5l3.4 2.6L8 3l2.6 4.1L14 4.5l-.5 5.8z",
  building: "M3.5 13.5v-11h9v11M2 13.5h12M6.3 5.3h.01M9.7 5.3h.01M6.3 8h.01M9.7 8h.01M6.8 13.5v-2.8h2.4v2.8",
  key: "M5.5 13a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM7.5 8.4l5-5.4M10.2 5.5l2 1.9",
  enter: "M9.5 3H13v10H9.5M2.5 8h7M6.8 5.2 9.6 8l-2.8 2.8",
  chain:
    "M5.2 10.8 10.8 5.2M7 4.6l1.3-1.3a3.1 3.1 0 0 1 4.4 4.4L11.4 9M9 11.4l-1.3 1.3a3.1 3.1 0 0 1-4.4-4.4L4.6 7",
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside a word, or alone inside a control that has a name of its own: hidden from readers either way. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: 12 | 14 | 16 }) {
  return (
    <svg className={styles["icon"]} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
