/** What a form for a source knows after it was sent: the values as they were typed, and what came of them. */
export type Attempt<Values, Report> = { readonly values: Values } & (
  | { readonly kind: "blank" }
  /** `problems`: by field. */
  | { readonly kind: "wrong"; readonly problems: Readonly<Partial<Record<string, string>>> }
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly remedy: string | null;
      readonly policy: string;
    }
  | { readonly kind: "found"; readonly report: Report; readonly policy: string }
);
