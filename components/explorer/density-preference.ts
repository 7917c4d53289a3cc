/** How high the rows of the list are; kept in a cookie, so that the first byte of a page already has it. */
export type Density = "compact" | "comfortable";

export const DENSITY_COOKIE = "waymark-density";

/** The density that a cookie names; anything else is compact. */
export function readDensity(value: string | undefined): Density {
  return value === "comfortable" ? value : "compact";
}
