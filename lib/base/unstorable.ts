const LONE_SURROGATE = /\p{Surrogate}/u;

/** What of a text PostgreSQL cannot keep, nor be asked for; null where it can. No stored value holds such a thing. */
export function unstorable(text: string): string | null {
  if (text.includes("\0")) return "a NUL character";
  return LONE_SURROGATE.test(text) ? "half a character (a lone surrogate)" : null;
}
