const counts = new Intl.NumberFormat("en-GB");

/** `12,410` */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** `1 object`, `12,410 objects` */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
