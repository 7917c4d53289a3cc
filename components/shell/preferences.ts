/** What a person set for this browser, kept in cookies so that the first byte of a page already has it. */

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "waymark-theme";
export const LOCAL_ZONE_COOKIE = "waymark-local-zone";

/** The theme that a cookie names; anything else is the system's. */
export function readTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
