/** The id of an option, for the input that says which one is chosen. */
export function optionId(listId: string, place: number): string {
  return `${listId}-${place}`;
}
