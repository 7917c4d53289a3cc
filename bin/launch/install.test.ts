import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isSupported, NEEDED } from "#bin/launch/check-node.mjs";
import { explain, isInstalled } from "#bin/launch/install.mjs";

describe("the version of Node.js", () => {
  it.each([
    ["18.20.4", false],
    ["20.18.3", false],
    ["20.19.0", true],
    ["21.7.3", false],
    ["22.11.0", false],
    ["22.12.0", true],
    ["23.5.0", false],
    ["24.0.0", true],
    ["26.1.0", true],
  ])("%s is supported: %s", (version, supported) => {
    expect(isSupported(version)).toBe(supported);
  });

  it("is the one that package.json asks for", () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(engines.node).toBe("^20.19 || ^22.12 || >=24");
    expect(NEEDED).toContain("20.19 or newer");
  });
});

describe("what is installed", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "waymark-install-"));
    mkdirSync(join(root, "node_modules"));
    lock("package-lock.json", { ...NEXT, ...SWC });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const NEXT = { "node_modules/next": { version: "16.4.6", integrity: "sha512-a" } };
  const SWC = { "node_modules/swc-mac": { version: "1.0.0", integrity: "sha512-b", optional: true } };

  function lock(file: string, packages: object): void {
    const withRoot = { "": { name: "waymark" }, ...packages };
    writeFileSync(join(root, file), JSON.stringify({ packages: withRoot }));
  }

  it("is complete when every package is the one that was locked", () => {
    lock("node_modules/.package-lock.json", { ...NEXT, ...SWC });
    expect(isInstalled(root)).toBe(true);
  });

  it("may lack the optional packages of other machines", () => {
    lock("node_modules/.package-lock.json", NEXT);
    expect(isInstalled(root)).toBe(true);
  });

  it("is not there in a fresh clone, nor where npm was cut off", () => {
    expect(isInstalled(root)).toBe(false);
  });

  it("is incomplete without a package, or with another one of its name", () => {
    lock("node_modules/.package-lock.json", SWC);
    expect(isInstalled(root)).toBe(false);
    lock("node_modules/.package-lock.json", { "node_modules/next": { integrity: "sha512-c" } });
    expect(isInstalled(root)).toBe(false);
  });
});

it("is locked for every platform, which npm ci insists on", () => {
  const packages: Record<string, { optionalDependencies?: object }> = JSON.parse(
    readFileSync("package-lock.json", "utf8"),
  ).packages;
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});

describe("why packages could not be installed", () => {
  it.each([
    ["npm error code ENOTFOUND\nnpm error request to https://registry.example failed", "check the network"],
    ["npm error code SELF_SIGNED_CERT_IN_CHAIN", "certificate"],
    ["npm error code E403", "refused"],
    ["npm error code ENOSPC", "disk is full"],
    ["npm error code EACCES", "may not write"],
  ])("is one sentence for %j", (output, part) => {
    expect(explain(output)).toContain(part);
    expect(explain(output)).not.toContain("\n");
  });

  it("is what npm said otherwise", () => {
    expect(explain("npm error code EUSAGE\nnpm error lock file out of step\n")).toBe(
      "The packages could not be installed. npm said:\nnpm error code EUSAGE\nnpm error lock file out of step",
    );
  });
});
