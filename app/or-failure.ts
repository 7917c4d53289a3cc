import { type Failure, isFailure } from "#lib/server/failure.ts";

export type OrFailure<T> = { readonly found: T } | { readonly failure: Failure };

/** What `read` gives, or the failure that the page is to tell instead. A defect goes on to the page's own error. */
export async function orFailure<T>(read: () => Promise<T>): Promise<OrFailure<T>> {
  try {
    return { found: await read() };
  } catch (error) {
    if (isFailure(error)) return { failure: error };
    throw error;
  }
}
