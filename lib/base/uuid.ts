const SHAPE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const WHOLE = new RegExp(`^${SHAPE}$`, "i");
const INSIDE = new RegExp(SHAPE, "i");

/** In 8-4-4-4-12 form, in letters of either case: as CloudTrail names events. */
export function isUuid(text: string): boolean {
  return WHOLE.test(text);
}

/** The first one that stands in the text, as it is written there; null where there is none. */
export function findUuid(text: string): string | null {
  return INSIDE.exec(text)?.[0] ?? null;
}
