/** What somebody may want who pasted this: one of several readings, the likeliest first. */
export type Recognised =
  | { readonly kind: "search"; readonly label: string; readonly q: string }
  | { readonly kind: "event"; readonly label: string; readonly eventId: string }
  /** The page of a thing, which finds it by all its names. */
  | { readonly kind: "resource"; readonly label: string; readonly id: string };
