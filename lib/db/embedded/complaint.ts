import { Failure } from "#lib/server/failure.ts";

const KNOWN: readonly (readonly [pattern: RegExp, sentence: (folder: string) => string])[] = [
  [/No space left on device|ENOSPC/, (folder) => `The disk that holds ${folder} is full: free some space.`],
  [/Read-only file system|EROFS/, (folder) => `${folder} lies on a disk that may not be written to.`],
  [
    /Permission denied|EACCES|EPERM|wrong ownership/,
    (folder) => `${folder} belongs to another user, or may not be written to by this one.`,
  ],
  [
    /could not look up effective user ID/,
    () => "PostgreSQL does not run as a user without a name: this one is not in /etc/passwd.",
  ],
  [
    /could not map anonymous shared memory|Cannot allocate memory/,
    () =>
      "There is not enough memory for the database: it takes an eighth of what the machine has, and some.",
  ],
];

/**
 * Makes one sentence of what PostgreSQL, or the file system, said as it refused to begin.
 * @param words what it said, any number of lines
 * @param folder the data folder
 */
export function complaint(words: string, folder: string, cause?: unknown): Failure {
  const known = KNOWN.find(([pattern]) => pattern.test(words));
  const message = known?.[1](folder) ?? `The database in ${folder} could not start: ${lastWords(words)}`;
  return new Failure("database-refused", message, {
    remedy: "Choose another folder with WAYMARK_DATA, or set DATABASE_URL.",
    cause,
  });
}

function lastWords(text: string): string {
  const lines = text.split("\n").filter((line) => /\S/.test(line));
  const telling = lines.findLast((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? lines.at(-1);
  return (telling ?? "it said nothing").replace(/^.*?(FATAL|PANIC|ERROR|error): */, "");
}
