import { formatCount } from "#components/ui/format-count.ts";

/** Figures as people read them. */

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];

/** `14.2 MB`, by thousands, two or three digits. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${BYTE_UNITS[unit]}`;
}

/** A length of time, `4 s`, `3 min`, `2 h 10 min`, `5 d 3 h`: two figures at most. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return pair(`${hours} h`, minutes % 60, "min");
  return pair(`${Math.floor(hours / 24)} d`, hours % 24, "h");
}

function pair(large: string, small: number, unit: string): string {
  return small === 0 ? large : `${large} ${small} ${unit}`;
}

/** A rough number for an estimate, two digits of which are meant: `1,200`, `34 million`. */
export function formatAbout(count: number): string {
  if (count >= 1_000_000) {
    const millions = count / 1_000_000;
    return `${millions >= 10 ? Math.round(millions) : millions.toFixed(1)} million`;
  }
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return formatCount(Math.round(count / scale) * scale);
}
