import { expect, it } from "vitest";
import { completionAt, queryAround } from "#lib/search/completion-at.ts";

/** `|` is the caret. Answers "owner start-end typed". */
function at(marked: string): string | null {
  const caret = marked.indexOf("|");
  const found = completionAt(marked.replace("|", ""), caret);
  if (found === null) return null;
  const { owner, start, end, typed } = found;
  const name =
    owner === null ? "-" : owner.kind === "field" ? owner.field.id : owner.kind === "is" ? "is" : owner.path;
  return `${name} ${start}-${end} ${typed}`.trim();
}

it.each([
  ["|", "- 0-0"],
  ["ev|", "- 0-2 ev"],
  ["e|v", "- 0-2 e"],
  ["-ro|", "- 1-3 ro"],
  ["ev|ent:Stop", "- 0-6 ev"],
  ["event:|", "event 6-6"],
  ["event:St|op", "event 6-10 St"],
  ["eventName:St|", "event 10-12 St"],
  ["event:(A OR B|", "event 12-13 B"],
  ["event:(A |", "event 9-9"],
  ["event:(A) |", "- 10-10"],
  ["(event:A |", "- 9-9"],
  ["is:wr|", "is 3-5 wr"],
  ["requestParameters.bucketName:ac|", "requestParameters.bucketName 29-31 ac"],
  ['event:"St|', "event 6-9 St"],
  ['event:"Stop" |', "- 13-13"],
  ["a OR| b", null],
  ["evnt:St|", null],
  ["evnt:(St|", null],
])("finds what is completed in %s", (marked, expected) => {
  expect(at(marked)).toBe(expected);
});

function around(marked: string): string | null {
  const text = marked.replace("|", "");
  const found = completionAt(text, marked.indexOf("|"));
  return found === null ? null : queryAround(text, found);
}

it.each([
  ["service:ec2 event:St|", "service:ec2"],
  ["service:ec2 event:|", "service:ec2"],
  ["event:St| service:ec2", "service:ec2"],
  ["service:ec2 -event:(A OR B|)", "service:ec2"],
  ["service:ec2 st|", "service:ec2"],
  ["a OR event:St|", ""],
])("counts among the rest of %s", (marked, expected) => {
  expect(around(marked)).toBe(expected);
});
