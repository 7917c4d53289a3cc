/** A part of an address as it was meant: decoded once; as it stands where it is no such text. */
export function readableSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // URIError is how a stray percent sign is told
  }
}
