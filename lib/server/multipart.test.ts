import fc from "fast-check";
import { expect, it } from "vitest";
import { type FormPart, readBoundary, readMultipart } from "#lib/server/multipart.ts";

type Read = { readonly name: string; readonly fileName: string | null; readonly body: Buffer };

async function readAll(chunks: AsyncIterable<Uint8Array>, boundary: string): Promise<Read[]> {
  const parts: Read[] = [];
  for await (const part of readMultipart(chunks, boundary)) parts.push(await readPart(part));
  return parts;
}

async function readPart({ name, fileName, body }: FormPart): Promise<Read> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return { name, fileName, body: Buffer.concat(pieces) };
}

/** The bytes as a browser would send them, cut into pieces of these sizes, again and again. */
async function encode(form: FormData, sizes: readonly number[]) {
  const request = new Request("http://localhost/", { method: "POST", body: form });
  const bytes = Buffer.from(await request.arrayBuffer());
  const chunks = async function* () {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = sizes[turn % sizes.length] ?? bytes.length;
      yield bytes.subarray(at, at + size);
      at += size;
    }
  };
  return { chunks: chunks(), boundary: readBoundary(request.headers.get("content-type")) ?? "" };
}

const bytes = (text: string) => Uint8Array.from(Buffer.from(text));

it("gives back every file as it was sent, wherever the pieces are cut", async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .array(fc.constantFrom("\r\n", "--", "\r", "\n", "x", "------"), { maxLength: 30 })
      .map((parts) => bytes(parts.join(""))),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ content, name: fc.string({ minLength: 1, unit: "grapheme" }) }), { maxLength: 5 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }),
      async (files, sizes) => {
        const form = new FormData();
        for (const file of files) form.append("files", new File([Buffer.from(file.content)], file.name));
        form.append("end", "a field");
        const { chunks, boundary } = await encode(form, sizes);
        const parts = await readAll(chunks, boundary);
        expect(parts.map(({ body }) => [...body])).toEqual([
          ...files.map((file) => [...file.content]),
          [...bytes("a field")],
        ]);
        expect(parts.map(({ fileName }) => fileName === null)).toEqual([...files.map(() => false), true]);
      },
    ),
    { numRuns: 200 },
  );
});

it.each([
  "a b.json.gz",
  'quo"te.json',
  "über.json",
  "a;b=c.json",
  "..\\..\\x.json",
  "ends in \\",
  "line\u2028separator",
])("reads the name %j", async (name) => {
  const form = new FormData();
  form.append("files", new File(["{}"], name));
  const { chunks, boundary } = await encode(form, [7]);
  expect((await readAll(chunks, boundary)).map((part) => part.fileName)).toEqual([name]);
});

it("skips what a reader leaves of a part", async () => {
  const form = new FormData();
  form.append("files", new File(["x".repeat(1000)], "one.json"));
  form.append("files", new File(["y"], "two.json"));
  const { chunks, boundary } = await encode(form, [64]);
  const names: (string | null)[] = [];
  for await (const part of readMultipart(chunks, boundary)) names.push(part.fileName);
  expect(names).toEqual(["one.json", "two.json"]);
});

it("says that an upload broke off", async () => {
  const whole = '--b\r\nContent-Disposition: form-data; name="f"; filename="a.json"\r\n\r\nabc';
  const chunks = async function* () {
    yield bytes(whole);
  };
  await expect(readAll(chunks(), "b")).rejects.toMatchObject({ code: "bad-request", message: /broke off/ });
});

it("refuses a part without a name, and a head without end", async () => {
  const chunks = async function* (text: string) {
    yield bytes(text);
  };
  await expect(
    readAll(chunks("--b\r\nContent-Type: text/plain\r\n\r\nabc\r\n--b--"), "b"),
  ).rejects.toMatchObject({
    code: "bad-request",
  });
  const endless = `--b\r\nX: ${"y".repeat(20_000)}\r\n\r\nabc\r\n--b--`;
  await expect(readAll(chunks(endless), "b")).rejects.toMatchObject({ code: "bad-request" });
});

it.each([
  ["multipart/form-data; boundary=abc", "abc"],
  ['multipart/form-data; charset=utf-8; boundary="a b"', "a b"],
  ["multipart/form-data", null],
  ["application/json; boundary=abc", null],
  [null, null],
])("reads the boundary of %j", (type, boundary) => {
  expect(readBoundary(type)).toBe(boundary);
});
