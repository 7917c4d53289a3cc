import { mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openShelf } from "#lib/geo/address-shelf.ts";
import { checkAddressFiles } from "#lib/geo/check-address-files.ts";
import { writeMmdb } from "#lib/geo/testing/write-mmdb.ts";
import { isFailure } from "#lib/server/failure.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-geo-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);
const country = (code: string) =>
  writeMmdb({ type: "Test", networks: [["198.51.100.0/24", { country: { iso_code: code } }]] });
const settings = (over: { mmdbFiles?: readonly string[]; ipRangesFile?: string } = {}) => ({
  dataFolder: path("."),
  mmdbFiles: [],
  ipRangesFile: null,
  ...over,
});

/** A shelf whose clock goes on by a minute with every question. */
function shelfOf(given = settings()) {
  const warnings: string[] = [];
  const shelf = openShelf(given, (sentence) => warnings.push(sentence));
  let now = 0;
  return {
    warnings,
    async code() {
      now += 60_000;
      return (await shelf.book(now)).placeOf("198.51.100.7").country?.code ?? null;
    },
  };
}

describe("files about addresses", () => {
  it("are read from the data folder, and again when they were replaced, without a restart", async () => {
    const { code, warnings } = shelfOf();
    expect(await code()).toBeNull();
    writeFileSync(path("country.mmdb"), country("SE"));
    expect(await code()).toBe("SE");
    writeFileSync(path("new"), country("NO"));
    renameSync(path("new"), path("country.mmdb"));
    expect(await code()).toBe("NO");
    rmSync(path("country.mmdb"));
    expect(await code()).toBeNull();
    expect(warnings).toEqual([]);
  });

  it("stay as they were while they are written over, and that is said once", async () => {
    const file = path("country.mmdb");
    writeFileSync(file, country("SE"));
    const { code, warnings } = shelfOf(settings({ mmdbFiles: [file] }));
    expect(await code()).toBe("SE");
    writeFileSync(file, country("NO").subarray(0, 50));
    expect(await code()).toBe("SE");
    expect(await code()).toBe("SE");
    expect(warnings).toEqual([`WAYMARK_MMDB names ${file}, but it is no .mmdb file, or not all of one.`]);
    writeFileSync(file, country("NO"));
    expect(await code()).toBe("NO");
    rmSync(file);
    expect(await code()).toBe("NO");
    expect(warnings.slice(1)).toEqual([`WAYMARK_MMDB names ${file}, but there is no such file.`]);
  });

  it("that a setting names come before those of the data folder", async () => {
    writeFileSync(path("a.mmdb"), country("NO"));
    writeFileSync(path("z.mmdb"), country("SE"));
    expect(await shelfOf(settings({ mmdbFiles: [path("z.mmdb")] })).code()).toBe("SE");
    expect(await shelfOf().code()).toBe("NO");
  });

  it("are looked at every two seconds at most", async () => {
    const file = path("country.mmdb");
    writeFileSync(file, country("SE"));
    const shelf = openShelf(settings(), () => undefined);
    const code = async (now: number) => (await shelf.book(now)).placeOf("198.51.100.7").country?.code;
    expect(await code(10_000)).toBe("SE");
    writeFileSync(file, country("NO"));
    utimesSync(file, 1, 1);
    expect(await code(11_999)).toBe("SE");
    expect(await code(12_000)).toBe("NO");
  });
});

describe("the check at the start", () => {
  const sentence = (given: Parameters<typeof checkAddressFiles>[0]): string => {
    try {
      checkAddressFiles(given);
    } catch (error) {
      if (isFailure(error, "bad-setting")) return error.message;
      throw error;
    }
    return "accepted";
  };

  it("names the setting and the file that is wrong", () => {
    writeFileSync(path("text.mmdb"), "no");
    writeFileSync(path("good"), country("SE"));
    const missing = settings({ mmdbFiles: [path("good"), path("gone.mmdb")] });
    expect(sentence(missing)).toBe(`WAYMARK_MMDB names ${path("gone.mmdb")}, but there is no such file.`);
    expect(sentence(settings({ mmdbFiles: [folder] }))).toBe(
      `WAYMARK_MMDB names ${folder}, but it is a folder.`,
    );
    expect(sentence(settings({ mmdbFiles: [path("text.mmdb")] }))).toBe(
      `WAYMARK_MMDB names ${path("text.mmdb")}, but it is no .mmdb file, or not all of one.`,
    );
    expect(sentence(settings({ ipRangesFile: path("text.mmdb") }))).toBe(
      `WAYMARK_IP_RANGES names ${path("text.mmdb")}, but it is not AWS's ip-ranges.json, or not all of it.`,
    );
  });

  it("passes by what lies in the data folder and is no use, and says so", () => {
    writeFileSync(path("text.mmdb"), "no");
    writeFileSync(path("ip-ranges.json"), "{}");
    expect(checkAddressFiles(settings({ mmdbFiles: [] }))).toEqual([
      "text.mmdb in the data folder is not used: it is no .mmdb file, or not all of one.",
      "ip-ranges.json in the data folder is not used: it is not AWS's ip-ranges.json, or not all of it.",
    ]);
    expect(checkAddressFiles({ dataFolder: path("none"), mmdbFiles: [], ipRangesFile: null })).toEqual([]);
  });
});
