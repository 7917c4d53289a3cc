/** Ends an exhaustive switch: adding a variant without a branch stops compiling here. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
