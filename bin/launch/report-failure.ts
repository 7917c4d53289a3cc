import { isFailure } from "#lib/server/failure.ts";

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full",
  EACCES: "This user may not write there",
  EPERM: "This user may not do that",
  EROFS: "The disk may not be written to",
  EEXIST: "A file is where a folder should be",
  ENOTDIR: "A file is where a folder should be",
  EDQUOT: "The disk quota is used up",
  EMFILE: "Too many files are open",
};

/** What to tell a person about an error that ended a start, or `what`: a sentence, and then what to do. */
export function reportFailure(error: unknown, what = "Waymark could not start"): string {
  if (isFailure(error)) return error.remedy === null ? error.message : `${error.message}\n${error.remedy}`;
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    const known = SYSTEM_ERRORS[error.code];
    const path = "path" in error ? `: ${String(error.path)}` : "";
    if (known !== undefined) return `${known}${path}.`;
  }
  // Anything else is a defect of this program, and then whoever mends it needs to know where.
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${what}, because of a defect in it:\n${words}`;
}
