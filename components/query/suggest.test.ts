import { expect, it } from "vitest";
import { completionAt } from "#lib/search/completion-at.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import type { SuggestAnswer, SuggestedValue } from "#lib/search/suggest-answer.ts";
import { pastQueries, suggestionsFor } from "./suggest.ts";
import type { Suggestion } from "./suggestion.ts";

function offered(
  text: string,
  answer: Partial<SuggestAnswer> | null = null,
  history: readonly string[] = [],
) {
  const whole = answer === null ? null : { values: [], paths: [], exact: true, ...answer };
  return suggestionsFor({ text, completion: completionAt(text, text.length), answer: whole, history });
}

function all(...asked: Parameters<typeof offered>): readonly Suggestion[] {
  return offered(...asked).flatMap(({ suggestions }) => suggestions);
}

/** The text after taking a suggestion. */
function taken(text: string, suggestion: Suggestion | undefined): string | null {
  const effect = suggestion?.effect;
  return effect?.kind === "edit"
    ? text.slice(0, effect.start) + effect.insert + text.slice(effect.end)
    : null;
}

const value = (name: string, text: string, count: number | null = 1): SuggestedValue => ({
  name,
  value: text,
  count,
});

it("lists the history and every field in an empty box", () => {
  const [recent, fields] = offered("", null, ["is:write"]);
  expect(recent?.suggestions).toMatchObject([{ text: "is:write", effect: { kind: "run", q: "is:write" } }]);
  expect(fields?.suggestions.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["event:", "is:", "resource:", "origin:"]),
  );
  expect(fields?.suggestions.every(({ about }) => about !== null && about !== "")).toBe(true);
});

it("leads from an ARN to the page of the thing, after the search for the ARN itself", () => {
  const arn = "arn:aws:rds:eu-west-1:123456789012:db:orders";
  expect(all(arn).map(({ effect }) => effect)).toEqual([
    { kind: "run", q: `resource:${arn}` },
    { kind: "open", href: `/resources/${encodeURIComponent(arn)}` },
  ]);
  expect(all(`${arn}-${"x".repeat(2_000)}`).map(({ effect }) => effect.kind)).toEqual(["run"]);
});

it("finds a field by AWS's name and by what it holds", () => {
  expect(all("-source")[0]?.text).toBe("ip:");
  expect(taken("-eventN", all("-eventN")[0])).toBe("-event:");
  expect(all("factor").map(({ text }) => text)).toContain("mfa:");
});

it("offers the colon for an equals sign after a field's name", () => {
  const typed = "is:write eventName=Stop";
  expect(taken(typed, all(typed)[0])).toBe("is:write event:Stop");
  expect(offered("a=Stop").map(({ label }) => label)).not.toContain("Did you mean");
});

it("puts values that are there before a field that is a guess", () => {
  const answer = { values: [value("event", "StopInstances", 41)] };
  expect(offered("stop", answer).map(({ label }) => label)).toEqual(["In the events", "Fields"]);
  expect(all("stop", answer)[0]).toMatchObject({ text: "event:StopInstances", count: "41" });
  expect(offered("re", { values: [value("event", "Reboot")] })[0]?.label).toBe("Fields");
});

it("counts plainly where all was counted, else as at least", () => {
  const values = [value("event", "Stop", 12_000), value("event", "Start", 0), value("event", "Run", null)];
  const counts = (exact: boolean) =>
    all("event:", { values, exact })
      .slice(0, 3)
      .map(({ count }) => count);
  expect(counts(true)).toEqual(["12,000", "0", null]);
  expect(counts(false)).toEqual(["12,000+", null, null]);
});

it("offers patterns beside values", () => {
  expect(all("event:Sto").map((one) => taken("event:Sto", one))).toEqual(["event:Sto* ", "event:*Sto* "]);
  expect(all("error:").map(({ text, about }) => [text, about])).toEqual([["*", "any value of error"]]);
});

it("completes closed lists by itself", () => {
  expect(all("is:d").map((one) => taken("is:d", one))).toEqual(["is:denied "]);
  expect(all("outcome:").map(({ text }) => text)).toEqual(["success", "denied", "failed", "*"]);
});

it("completes paths of the record", () => {
  const [one] = all("bucketN", { paths: ["requestParameters.bucketName"] }).slice(-1);
  expect(taken("bucketN", one)).toBe("requestParameters.bucketName:");
});

it("names the field that a wrong one was meant to be", () => {
  expect(taken("evnt:Stop ", all("evnt:Stop ")[0])).toBe("event:Stop ");
});

it("says first what a pasted thing is, alone and among conditions", () => {
  expect(all("AKIAIOSFODNN7EXAMPLE")[0]).toMatchObject({
    text: "Everything this access key did",
    effect: { kind: "run", q: "key:AKIAIOSFODNN7EXAMPLE" },
  });
  const text = "is:write 203.0.113.9";
  expect(taken(text, all(text)[0])).toBe("is:write ip:203.0.113.9 ");
});

it("makes queries that can be read of whatever the logs hold", () => {
  const hostile = [
    '") OR event:*',
    "a b",
    "(",
    "-x",
    "OR",
    "now-7d",
    "event:x",
    "*",
    "\\",
    '"',
    "\u202egpj.exe",
    "ip:1",
  ];
  for (const text of hostile) {
    for (const typed of ["agent:", "x", "-agent:(a OR "]) {
      const answer = { values: [value("agent", text)] };
      for (const one of all(typed, answer)) {
        const result = taken(typed, one) ?? "";
        const query = typed.includes("(") ? `${result})` : result.replace(/:$/, ":x");
        expect(parseQuery(query).problems, query).toEqual([]);
      }
    }
  }
});

it("has nothing to show of an empty history", () => {
  expect(pastQueries([])).toEqual([]);
});
