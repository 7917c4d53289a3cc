import { expect, it } from "vitest";
import { readSubject } from "#app/api/read-subject.ts";

it.each([
  ["AROAX:alice@20261112T143107Z"],
  ["AROAX:a/b@20261112T143107Z"],
  ["AROAX:100%41@20261112T143107Z"],
  ["AROAX:\n<script>é@20261112T143107Z"],
])("reads %j out of an address as it was put in", (subject) => {
  expect(readSubject(new Request(`http://localhost/api/who/${encodeURIComponent(subject)}`))).toBe(subject);
});

it("leaves a stray percent sign as it is", () => {
  expect(readSubject(new Request("http://localhost/api/who/50%zz"))).toBe("50%zz");
});
