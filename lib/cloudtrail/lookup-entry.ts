/**
 * The record inside an entry of LookupEvents, which AWS gives as a JSON text within the JSON: its bytes once
 * unescaped, or null where the entry has none. The entry is small and parsed whole.
 */
export function readLookupEntry(entry: Uint8Array): Uint8Array | null {
  const text = readMember(entry, "CloudTrailEvent");
  return typeof text === "string" ? new TextEncoder().encode(text) : null;
}

function readMember(bytes: Uint8Array, key: string): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return value !== null && typeof value === "object" ? Reflect.get(value, key) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
