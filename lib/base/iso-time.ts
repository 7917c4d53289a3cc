/** `2026-11-12T14:31:07Z`, of milliseconds since 1970; milliseconds are written only where there are any. */
export function isoTime(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

/** `2026-11-12T14:31:07Z`, of milliseconds since 1970, cut down to the second: as CloudTrail writes its times. */
export function isoSecond(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** `20261112T143107Z`: the same in the basic form of ISO 8601. */
export function basicSecond(at: number): string {
  return isoSecond(at).replaceAll(/[-:]/g, "");
}

/** `2026-11-12`: the day, in UTC, of milliseconds since 1970. */
export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
