/** Characters of a value that can be one: a longer one would not fit into an address. */
export const MOST_SEARCHABLE = 1_500;

/** A value on screen that can be acted on: of a field, or of a path of the record. */
export type FoundHandle = {
  readonly field: string;
  readonly value: string;
  readonly element: HTMLElement;
};

/** The handle (`Handle`) that something on screen is, or stands in. */
export function findHandle(at: EventTarget | null): FoundHandle | null {
  const element = at instanceof Element ? at.closest<HTMLElement>("[data-handle]") : null;
  const field = element?.dataset["handle"];
  const value = element?.dataset["value"];
  return element === null || field === undefined || value === undefined ? null : { field, value, element };
}

/** What stands on screen for several resources (`Several`). */
export type FoundSeveral = { readonly element: HTMLElement; readonly value?: never };

/** What stands for several resources at this place; null where nothing does. */
export function findSeveral(at: EventTarget | null): FoundSeveral | null {
  const element = at instanceof Element ? at.closest<HTMLElement>("[data-resources]") : null;
  return element === null ? null : { element };
}
