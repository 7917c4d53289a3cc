/** The sample trail that every spec looks at: 100,000 events of 30 days that end here, today and in ten years. */
export const FROZEN_END = new Date("2026-11-20T00:00:00Z");
