import { expect, it } from "vitest";
import { splitRemedy } from "./remedy.tsx";

it("takes the policy out of the sentences around it", () => {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow" }] }, null, 2);
  expect(splitRemedy(`AWS said: no.\nThis is enough:\n${policy}\nTry again.`)).toEqual([
    { kind: "words", text: "AWS said: no." },
    { kind: "words", text: "This is enough:" },
    { kind: "json", text: policy },
    { kind: "words", text: "Try again." },
  ]);
});

it("leaves sentences alone", () => {
  expect(splitRemedy("One.\n\n{not json} Two.")).toEqual([
    { kind: "words", text: "One." },
    { kind: "words", text: "{not json} Two." },
  ]);
});
