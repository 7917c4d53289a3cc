import { expect, it } from "vitest";
import { type AddressPlace, placeByItself } from "#lib/event/address-place.ts";
import { placeTag, placeWords } from "./place-words.ts";

const place = (over: Partial<AddressPlace>): AddressPlace => ({ ...placeByItself("192.0.3.1"), ...over });
const SWEDEN = { code: "SE", name: "Sweden" };

it.each([
  [place({}), "public", null],
  [placeByItself("10.0.0.1"), "private", null],
  [placeByItself("ec2.amazonaws.com"), "AWS service", null],
  [place({ country: SWEDEN }), "Sweden", "SE"],
  [place({ country: { code: "XX", name: null }, city: "Somewhere" }), "Somewhere, XX", "XX"],
  [place({ network: { number: 64500, organization: null } }), "AS64500", null],
  [
    place({ country: SWEDEN, city: "Malmö", network: { number: 64500, organization: "Example AB" } }),
    "Malmö, Sweden · AS64500 Example AB",
    "SE",
  ],
  [place({ kind: "aws", aws: { service: "AMAZON", region: "GLOBAL" } }), "AWS range", "AWS"],
  [
    place({
      kind: "aws",
      aws: { service: "EC2", region: "eu-west-1" },
      network: { number: null, organization: "Amazon" },
    }),
    "Amazon · AWS range EC2 eu-west-1",
    "AWS",
  ],
])("%o is told as %s", (told, words, tag) => {
  expect(placeWords(told)).toBe(words);
  expect(placeTag(told)).toBe(tag);
});
