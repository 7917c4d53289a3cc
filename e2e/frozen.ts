/** The sample trail that every spec looks at: 100,000 events of 30 days that end here, today and in ten years. */
export const FROZEN_END = new Date("2026-11-20T00:00:00Z");

/** A span of the trail, as the address takes it. */
export type Span = { readonly from: string; readonly to: string };

/** All of it. */
export const TRAIL: Span = { from: "2026-10-20T00:00:00Z", to: "2026-11-20T00:00:00Z" };

/** The day on which an instance was stopped at night. */
export const STOP_DAY: Span = { from: "2026-11-16T00:00:00Z", to: "2026-11-17T00:00:00Z" };

/** The hour of it. */
export const STOP_HOUR: Span = { from: "2026-11-16T03:00:00Z", to: "2026-11-16T04:00:00Z" };

/** Seconds of that day in which nothing happened, though logs of it are loaded. */
export const QUIET_SECONDS: Span = { from: "2026-11-16T03:59:10Z", to: "2026-11-16T03:59:40Z" };

/** A day of which nothing is loaded. */
export const UNKNOWN_DAY: Span = { from: "2025-06-01T00:00:00Z", to: "2025-06-02T00:00:00Z" };

/** The stop itself, and who and where from. */
export const STOP = {
  id: "3b08722d-d5aa-4b8d-b257-792952e7cc6d",
  instance: "i-07a194e0ad26392cc",
  role: "OpsAdmin",
  session: "maint-0311",
  address: "203.0.113.198",
  person: "marek.novak@example.com",
} as const;
