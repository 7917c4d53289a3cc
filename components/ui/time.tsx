import { formatAgo, formatClock, formatInstant, type Zone } from "./format-time.ts";

/** A time of day; pointing at it shows the instant in UTC, in the local zone, and how long ago it was. */
export function ClockTime(props: { readonly at: number; readonly zone: Zone }) {
  return (
    <time dateTime={new Date(props.at).toISOString()} data-hint-time={props.at}>
      {formatClock(props.at, props.zone)}
    </time>
  );
}

/** A whole instant with its zone: `2026-11-12 14:31:07 UTC`. */
export function InstantTime(props: { readonly at: number; readonly zone: Zone }) {
  return (
    <time dateTime={new Date(props.at).toISOString()} data-hint-time={props.at}>
      {formatInstant(props.at, props.zone)}
    </time>
  );
}

/** How long ago, as of `now`. The instant itself is one hover away. */
export function AgoTime(props: { readonly at: number; readonly now: number }) {
  return (
    <time dateTime={new Date(props.at).toISOString()} data-hint-time={props.at}>
      {formatAgo(props.at, props.now)}
    </time>
  );
}
