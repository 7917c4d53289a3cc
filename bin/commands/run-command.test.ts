import { expect, it } from "vitest";
import { COMMANDS, HELP, OVERVIEW } from "#bin/commands/help.ts";
import { runCommand } from "#bin/commands/run-command.ts";
import { capturedSession } from "#bin/commands/testing/captured-session.ts";
import { VERSION } from "#lib/server/version.ts";

async function run(...args: string[]) {
  const { session, out, err } = capturedSession();
  return { code: await runCommand(args, session), out: out(), err: err() };
}

it("prints its version", async () => {
  expect(await run("--version")).toEqual({ code: 0, out: `${VERSION}\n`, err: "" });
});

it.each([["help"], ["--help"], ["-h"]])("explains itself with %s", async (word) => {
  expect(await run(word)).toEqual({ code: 0, out: OVERVIEW, err: "" });
});

it.each(COMMANDS)("explains %s, without touching anything", async (name) => {
  for (const args of [
    ["help", name],
    [name, "--help"],
    [name, "x", "-h"],
  ]) {
    expect(await run(...args)).toEqual({ code: 0, out: HELP[name], err: "" });
  }
});

it.each([
  [[], OVERVIEW],
  [["serch"], 'There is no command "serch". Did you mean waymark search?\n'],
  [["\u001b[2J"], 'There is no command "\\u001b[2J". waymark help lists them.\n'],
  [["search", "--limti", "3"], "There is no option --limti here. Did you mean --limit?\n"],
  [["search", "--limit"], "The option --limit needs a value: --limit=value.\n"],
  [["search", "--limit", "0"], '--limit is a whole number from 1 on, or all, not "0".\n'],
  [["search", "--format", "xml"], '--format is table or json or ndjson or csv, not "xml".\n'],
  [["search", "--from", "2026-02-30"], "--from: 2026-02-30 is a date or a time that does not exist.\n"],
  [["event"], "Say which event: waymark event <eventID>.\n"],
  [["event", "a", "b"], "Say which event: waymark event <eventID>.\n"],
  [["status", "--json=yes"], "The option --json takes no value.\n"],
  [["status", "now"], "waymark status takes no argument but --json.\n"],
  [["ingest"], "Say what to load: waymark ingest s3://bucket/prefix, lookup, or files and folders.\n"],
])("refuses %j in one sentence, with exit code 2", async (args, sentence) => {
  expect(await run(...args)).toEqual({ code: 2, out: "", err: sentence });
});

it("shows where a query cannot be read", async () => {
  const { code, out, err } = await run("search", "event:StopInstances", "region:(eu-west-1");
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toBe(
    [
      "This bracket is never closed.",
      "  event:StopInstances region:(eu-west-1",
      `${" ".repeat(2 + "event:StopInstances region:".length)}^`,
      "",
    ].join("\n"),
  );
});
