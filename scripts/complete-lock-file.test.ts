import { expect, it } from "vitest";
import { completeLockFile } from "#scripts/complete-lock-file.ts";

const swc = {
  "node_modules/next": {
    version: "16.4.6",
    optionalDependencies: { "@next/swc-linux-x64-gnu": "16.4.6", "@next/swc-linux-x64-musl": "16.4.6" },
  },
  "node_modules/@next/swc-linux-x64-gnu": { version: "16.4.6", optional: true },
};

it("adds the packages of other platforms, with what their names say", () => {
  expect(completeLockFile(swc)["node_modules/@next/swc-linux-x64-musl"]).toEqual({
    version: "16.4.6",
    cpu: ["x64"],
    libc: ["musl"],
    optional: true,
    os: ["linux"],
  });
});

it("leaves what is there as it is, and is sorted as npm sorts", () => {
  const packages = completeLockFile(swc);
  expect(packages).toMatchObject(swc);
  expect(Object.keys(packages)).toEqual([
    "node_modules/@next/swc-linux-x64-gnu",
    "node_modules/@next/swc-linux-x64-musl",
    "node_modules/next",
  ]);
  expect(completeLockFile(packages)).toEqual(packages);
});

it("marks what only developers need", () => {
  const packages = {
    "node_modules/tool": { dev: true, optionalDependencies: { "tool-darwin-arm64": "1.0.0" } },
  };
  expect(completeLockFile(packages)["node_modules/tool-darwin-arm64"]).toEqual({
    version: "1.0.0",
    cpu: ["arm64"],
    dev: true,
    optional: true,
    os: ["darwin"],
  });
});

it.each([
  ["tool-linux-x64", "^1.0.0", "tool-linux-x64 is not pinned, but ^1.0.0."],
  ["extras", "1.0.0", "extras does not say which system it is for."],
])("refuses to guess: %s at %s", (name, version, sentence) => {
  const packages = { "node_modules/tool": { optionalDependencies: { [name]: version } } };
  expect(() => completeLockFile(packages)).toThrow(sentence);
});
