/**
 * Characters that do something and show nothing: C0 and C1 controls and DEL · soft hyphen · Arabic letter mark · Hangul
 * and Mongolian fillers · zero-width and bidi marks · line and paragraph separators · bidi embeddings, overrides,
 * isolates · invisible operators · byte order mark · interlinear marks · tags · lone surrogates. Global: for `replace`,
 * `matchAll` and `search`, which keep no place in it.
 */
export const HIDDEN_CHARACTERS =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;
