/** A stretch of the sentence: words of ours, or a value of the record, which a stranger may have written. */
export type Part =
  | { readonly kind: "words"; readonly text: string }
  | {
      readonly kind: "value";
      /** What is shown of it: a name without the rest of its ARN, a service without its domain. */
      readonly text: string;
      /** A field of the catalogue, or a path of the raw record, that has this value. */
      readonly field: string;
      /** The whole value, as the record has it. */
      readonly value: string;
      /** True for a name that whoever made the session chose. */
      readonly isClaim?: true;
    };

export function words(text: string): Part {
  return { kind: "words", text };
}

export function value(field: string, whole: string, text = whole): Part & { readonly kind: "value" } {
  return { kind: "value", text, field, value: whole };
}

/** The parts as one line of plain text. */
export function textOfParts(parts: readonly Part[]): string {
  return parts
    .map((part) => (part.kind === "value" && part.isClaim === true ? `“${part.text}”` : part.text))
    .join("");
}
