import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leafAt } from "./json-node.ts";
import { type JsonNode, memberText, parseJsonText } from "./json-text.ts";

/** What JSON.parse would make of the tree, to compare with it. */
function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case "string":
      return node.value;
    case "number":
      return Number(node.text);
    case "word":
      return JSON.parse(node.text);
    case "array":
      return node.items.map(plain);
    case "object":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  }
}

const read = (text: string) => {
  const node = parseJsonText(text);
  return node === null ? "none" : plain(node);
};

describe("reading JSON without loss", () => {
  it("agrees with JSON.parse on any value", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: "binary" }),
        fc.constantFrom(undefined, 1, "\t"),
        (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          expect(read(text)).toEqual(JSON.parse(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("keeps every digit of a number", () => {
    expect(parseJsonText("12345678901234567890")).toEqual({ kind: "number", text: "12345678901234567890" });
    expect(parseJsonText("1.10")).toEqual({ kind: "number", text: "1.10" });
  });

  it("keeps repeated keys, in order", () => {
    const node = parseJsonText('{"a":1,"b":2,"a":3}');
    expect(node?.kind === "object" ? node.entries.map(({ key }) => key) : null).toEqual(["a", "b", "a"]);
  });

  it("reads escapes, also of lone surrogates", () => {
    expect(read(String.raw`"a\"\\\/\b\f\n\r\tA\ud800"`)).toBe('a"\\/\b\f\n\r\tA\ud800');
  });

  it.each(["", "{", '{"a"}', "[1,]", "nul", '"open', "01", "1 2", "{'a':1}", '"a" b'])(
    "%j is none",
    (text) => {
      expect(parseJsonText(text)).toBeNull();
    },
  );

  it("gives up on nesting without end instead of failing", () => {
    expect(parseJsonText("[".repeat(300) + "]".repeat(300))).not.toBeNull();
    expect(parseJsonText("[".repeat(100_000) + "]".repeat(100_000))).toBeNull();
  });

  it("reads a string of a megabyte", () => {
    const long = `${"x".repeat(1_000_000)}\\\\`;
    expect(read(`"${long}"`)).toHaveLength(1_000_001);
  });
});

describe("one member's text", () => {
  it("is cut out token for token", () => {
    const text = '{ "event": {"a": "}"}, "record": {"n": 1.0, "s": "\\u0041"} , "rest": [] }';
    expect(memberText(text, "record")).toBe('{"n": 1.0, "s": "\\u0041"}');
    expect(memberText(text, "rest")).toBe("[]");
  });

  it("is null where there is no such member, or no object", () => {
    expect(memberText('{"a":1}', "b")).toBeNull();
    expect(memberText("[1]", "a")).toBeNull();
    expect(memberText('{"a":1,"b":', "b")).toBeNull();
  });
});

describe("a leaf at a path", () => {
  const record = parseJsonText('{"tls":{"version":"1.3","bits":256,"old":false,"none":null}}');

  it("is its text", () => {
    expect(leafAt(record, "tls", "version")).toBe("1.3");
    expect(leafAt(record, "tls", "bits")).toBe("256");
    expect(leafAt(record, "tls", "old")).toBe("false");
  });

  it("is null where there is none", () => {
    expect(leafAt(record, "tls", "none")).toBeNull();
    expect(leafAt(record, "tls")).toBeNull();
    expect(leafAt(record, "tls", "version", "deeper")).toBeNull();
    expect(leafAt(null, "tls")).toBeNull();
  });
});
