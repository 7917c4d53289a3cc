/** The spans of time that the explorer offers. `from` and `to` are what stands in the URL; null leaves the end open. */
export type TimePreset = {
  readonly id: string;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
};

const last = (id: string, label: string): TimePreset => ({ id, label, from: `now-${id}`, to: null });

export const TIME_PRESETS: readonly TimePreset[] = [
  last("15m", "Last 15 min"),
  last("1h", "Last 1 h"),
  last("3h", "Last 3 h"),
  last("12h", "Last 12 h"),
  last("24h", "Last 24 h"),
  last("7d", "Last 7 d"),
  last("30d", "Last 30 d"),
  last("90d", "Last 90 d"),
  { id: "all", label: "All time", from: null, to: null },
];

/** The preset that these bounds are, if they are one. `to=now` is an open end. */
export function findTimePreset(from: string | null, to: string | null): TimePreset | undefined {
  return to === null || to === "now" ? TIME_PRESETS.find((preset) => preset.from === from) : undefined;
}
