import { describe, expect, test } from "vitest";
import { choiceOf, chosenValues, cleared, onlyValue, toggled } from "./chosen-values.ts";

describe("the choices of a query", () => {
  test("are its values, asked for and ruled out", () => {
    const q = "event:(StopInstances OR StartInstances) -event:RunInstances region:eu-west-1";
    expect(chosenValues(q, "event")).toEqual([
      { value: "StopInstances", choice: "included" },
      { value: "StartInstances", choice: "included" },
      { value: "RunInstances", choice: "excluded" },
    ]);
  });

  test("know the short ways to say a value", () => {
    expect(choiceOf(chosenValues("service:ec2", "service"), "ec2.amazonaws.com")).toBe("included");
    expect(choiceOf(chosenValues("is:write", "readOnly"), "false")).toBe("included");
    expect(choiceOf(chosenValues("-EVENTNAME:stopinstances", "event"), "StopInstances")).toBe("excluded");
  });

  test("are none where the value decides only together with others, or is a pattern", () => {
    expect(chosenValues("event:StopInstances OR region:eu-west-1", "event")).toEqual([]);
    expect(chosenValues("event:Stop*", "event")).toEqual([]);
    expect(chosenValues('event:"', "event")).toEqual([]);
  });
});

describe("a click", () => {
  test("adds a value, a second one beside it, and takes each back", () => {
    const one = toggled("is:write", "event", "StopInstances", "included");
    const two = toggled(one, "event", "StartInstances", "included");
    expect(two).toBe("is:write event:(StopInstances OR StartInstances)");
    expect(toggled(two, "event", "StopInstances", "included")).toBe("is:write event:StartInstances");
    expect(toggled(one, "event", "StopInstances", "included")).toBe("is:write");
  });

  test("rules out a value that was asked for", () => {
    expect(toggled("event:StopInstances", "event", "StopInstances", "excluded")).toBe("-event:StopInstances");
  });

  test("on only leaves the one value of the field and the rest of the query", () => {
    const q = "event:(A OR B) -event:C role:Admin";
    expect(onlyValue(q, "event", "B")).toBe("role:Admin event:B");
    expect(cleared(q, "event")).toBe("role:Admin");
  });

  test("takes values as they are, whatever they hold", () => {
    const value = 'a "b" (c) *:-d';
    const q = toggled("", "agent", value, "included");
    expect(choiceOf(chosenValues(q, "agent"), value)).toBe("included");
    expect(toggled(q, "agent", value, "included")).toBe("");
  });
});
