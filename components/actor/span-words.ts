const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time, in milliseconds, as people say it: `48 s`, `2 min 9 s`, `3 h 12 min`, `4 d 2 h`. */
export function spanWords(length: number): string {
  const whole = Math.max(0, Math.round(length / SECOND) * SECOND);
  if (whole < MINUTE) return `${whole / SECOND} s`;
  if (whole < HOUR) return two([whole / MINUTE, "min"], [(whole % MINUTE) / SECOND, "s"]);
  if (whole < DAY) return two([whole / HOUR, "h"], [(whole % HOUR) / MINUTE, "min"]);
  return two([whole / DAY, "d"], [(whole % DAY) / HOUR, "h"]);
}

type Part = readonly [amount: number, unit: string];

function two([large, largeUnit]: Part, [small, smallUnit]: Part): string {
  const rest = Math.floor(small);
  return `${Math.floor(large)} ${largeUnit}${rest === 0 ? "" : ` ${rest} ${smallUnit}`}`;
}
