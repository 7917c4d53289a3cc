/**
 * The last segment of a request's address as it was meant: read from the address itself, so that it is decoded once
 * and no more, whatever it holds. A stray percent sign stays one.
 */
export function readSubject(request: Request): string {
  const path = new URL(request.url).pathname;
  const segment = path.slice(path.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
