import { DAY, HOUR, MINUTE, midnight } from "#lib/sample/calendar.ts";

/** A question about a time of the trail. */
export type Question = {
  readonly question: string;
  /** A query of Waymark's language that answers it. */
  readonly q: string;
  /** Where to look: from `daysBack` whole days before the trail's last UTC midnight, at `fromMinute` of that day. */
  readonly window: { readonly daysBack: number; readonly fromMinute: number; readonly minutes: number };
  /** How many distinct events match in the window, whatever the trail's size; null where its size decides. */
  readonly matches: number | null;
};

/** Something that happened in every sample trail, whatever its size, and that a person can find. */
export type Story = Question & {
  readonly id: string;
  readonly title: string;
  /** What the search brings to light, in a sentence or two. */
  readonly answer: string;
  /** Texts that stand in the matching records, by what they are. */
  readonly facts: Readonly<Record<string, string>>;
  /** What one asks next. */
  readonly next: readonly Question[];
};

/** A window in whole days: from `daysBack` before the last midnight, `days` long. */
export function wholeDays(daysBack: number, days: number): Question["window"] {
  return { daysBack, fromMinute: 0, minutes: days * (DAY / MINUTE) };
}

/** A window inside a day, hours in UTC. */
export function hoursOfDay(daysBack: number, fromHour: number, hours: number): Question["window"] {
  return { daysBack, fromMinute: (fromHour * HOUR) / MINUTE, minutes: (hours * HOUR) / MINUTE };
}

/** The window of a question in a trail that ends at `end`: from <= time < to, milliseconds since 1970 UTC. */
export function questionWindow(
  question: Question,
  end: number,
): { readonly from: number; readonly to: number } {
  const { daysBack, fromMinute, minutes } = question.window;
  const from = midnight(end) - daysBack * DAY + fromMinute * MINUTE;
  return { from, to: from + minutes * MINUTE };
}

/** The moment `hour:minute:second` UTC, `daysBack` days before the trail's last midnight. */
export function momentOf(
  lastMidnight: number,
  daysBack: number,
  hour: number,
  minute: number,
  second = 0,
): number {
  return lastMidnight - daysBack * DAY + hour * HOUR + minute * MINUTE + second * 1000;
}
