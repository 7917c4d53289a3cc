/** What somebody may want who pasted this: one of several readings, the likeliest first. */
export type Recognised =
  | { readonly kind: "search"; readonly label: string; readonly q: string }
  | { readonly kind: "event"; readonly label: string; readonly eventId: string };
