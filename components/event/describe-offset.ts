const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How far one time is from another, both in milliseconds: `12 s before`, `3 min after`, `same second`. */
export function describeOffset(at: number, from: number): string {
  const seconds = Math.round((at - from) / 1000);
  if (seconds === 0) return "same second";
  return `${length(Math.abs(seconds))} ${seconds < 0 ? "before" : "after"}`;
}

function length(seconds: number): string {
  if (seconds < MINUTE) return `${seconds} s`;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min`;
  return `${Math.floor(seconds / HOUR)} h`;
}
