import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { type AwsRanges, readAwsRanges } from "#lib/geo/aws-ranges.ts";
import { type NetworkFile, openMmdb } from "#lib/geo/open-mmdb.ts";
import type { Env } from "#lib/server/env.ts";

/** A file that tells something about addresses, and why it is read. */
export type AddressFile = {
  readonly kind: "networks" | "aws-ranges";
  readonly path: string;
  /** The setting that names it; null: it lies in the data folder. */
  readonly setting: "WAYMARK_MMDB" | "WAYMARK_IP_RANGES" | null;
};

export type AddressSettings = Pick<Env, "dataFolder" | "mmdbFiles" | "ipRangesFile">;

const AWS_RANGES = "ip-ranges.json";

/** The files there are: those of the settings first, then what was put into the data folder. Each counts once. */
export function addressFiles({
  dataFolder,
  mmdbFiles,
  ipRangesFile,
}: AddressSettings): readonly AddressFile[] {
  const dropped = namesIn(dataFolder);
  const files: readonly AddressFile[] = [
    ...mmdbFiles.map((path) => ({ kind: "networks", path, setting: "WAYMARK_MMDB" }) as const),
    ...(ipRangesFile === null
      ? []
      : [{ kind: "aws-ranges", path: ipRangesFile, setting: "WAYMARK_IP_RANGES" } as const]),
    ...dropped
      .filter((name) => name.endsWith(".mmdb"))
      .map((name) => ({ kind: "networks", path: join(dataFolder, name), setting: null }) as const),
    ...dropped
      .filter((name) => name === AWS_RANGES)
      .map((name) => ({ kind: "aws-ranges", path: join(dataFolder, name), setting: null }) as const),
  ];
  return files.filter(({ path }, index) => files.findIndex((file) => file.path === path) === index);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    // Before the first start there is no data folder, and so nothing in it.
    return [];
  }
}

/** What a file holds, ready to be asked. */
export type AddressContent =
  | { readonly kind: "networks"; readonly file: NetworkFile }
  | { readonly kind: "aws-ranges"; readonly ranges: AwsRanges };

/** Reads a file's bytes as what it is meant to be, or says what is wrong with them as the end of a sentence. */
export function readContent(
  { kind }: AddressFile,
  bytes: Buffer,
): AddressContent | { readonly wrong: string } {
  if (kind === "networks") {
    const file = openMmdb(bytes);
    return "wrong" in file ? file : { kind, file };
  }
  const ranges = readAwsRanges(bytes.toString("utf8"));
  return "wrong" in ranges ? ranges : { kind, ranges };
}

/** `WAYMARK_MMDB names /srv/country.mmdb, but it is damaged.` */
export function wrongFile({ setting, path }: AddressFile, wrong: string): string {
  return setting === null
    ? `${basename(path)} in the data folder is not used: ${wrong}.`
    : `${setting} names ${path}, but ${wrong}.`;
}
