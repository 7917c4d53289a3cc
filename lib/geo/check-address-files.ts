import { readFileSync } from "node:fs";
import {
  type AddressFile,
  type AddressSettings,
  addressFiles,
  readContent,
  wrongFile,
} from "#lib/geo/address-files.ts";
import { Failure } from "#lib/server/failure.ts";

/**
 * Reads every file about addresses once, before anything is started. Gives a sentence for each in the data folder that
 * cannot be used: nobody named it, so it ends no start.
 * @throws Failure("bad-setting") for the first that a setting names and that cannot be used
 */
export function checkAddressFiles(settings: AddressSettings): readonly string[] {
  return addressFiles(settings).flatMap((file) => {
    const wrong = whatIsWrong(file);
    if (wrong === null) return [];
    const sentence = wrongFile(file, wrong);
    if (file.setting !== null) throw new Failure("bad-setting", sentence);
    return [sentence];
  });
}

function whatIsWrong(file: AddressFile): string | null {
  try {
    const content = readContent(file, readFileSync(file.path));
    return "wrong" in content ? content.wrong : null;
  } catch (error) {
    return whyUnread(error);
  }
}

/** Why a file could not be read, as the end of a sentence. */
export function whyUnread(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file";
  if (code === "EACCES" || code === "EPERM") return "this user may not read it";
  if (code === "EISDIR") return "it is a folder";
  return `it cannot be read (${code || String(error)})`;
}
