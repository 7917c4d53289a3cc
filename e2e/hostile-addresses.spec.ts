import type { Page } from "@playwright/test";
import { STOP_HOUR } from "#e2e/frozen.ts";
import { expect, sidewaysOverflow, test } from "#e2e/test.ts";
import { HIDDEN_CHARACTERS } from "#lib/base/hidden-characters.ts";

/** Addresses that somebody made to be followed: a link in a mail, or a page of another site. */

type Attack = {
  readonly what: string;
  readonly encoded: string;
  /** False where no name could be read from it. */
  readonly isText?: false;
  /** False where no name that is stored could hold it: but for a query, whose own reader says so, it may be refused. */
  readonly isStorable?: false;
};

/** As they stand in an address: what is no text at all cannot be written otherwise. */
const ATTACKS: readonly Attack[] = [
  { what: "markup", encoded: encodeURIComponent(`"><img src=x onerror="globalThis.didRun=1">`) },
  { what: "a script", encoded: encodeURIComponent("</script><script>globalThis.didRun=1</script>") },
  { what: "a link", encoded: encodeURIComponent("javascript:globalThis.didRun=1") },
  { what: "a reversed name", encoded: encodeURIComponent("invoice-\u202eexe.jpg\u2066\u200b") },
  { what: "terminal commands", encoded: encodeURIComponent("\u001b[31mred\u001b]0;owned\u0007") },
  { what: "a zero", encoded: "before%00after", isStorable: false },
  { what: "half a character", encoded: "half%ED%A0%80", isText: false },
  { what: "10,000 characters", encoded: "long-".repeat(2_000) },
];

const PARAMETERS = ["q", "tz", "cols", "event", "from", "to", "cursor"] as const;

/** What the API says of itself, as far as this needs it. */
type Contract = {
  readonly paths: Readonly<
    Record<
      string,
      { readonly get?: { readonly parameters?: readonly { readonly in: string; readonly name: string }[] } }
    >
  >;
};

const PLACES = ["actors", "sessions", "resources", "events"] as const;

/** Nothing of the address runs, or reads otherwise than it is. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => "didRun" in globalThis)).toBe(false);
  await expect(page.locator("img[src='x'], [onerror], a[href^='javascript:' i]")).toHaveCount(0);
  const words = await page.evaluate(() => {
    // The coloured letters of the search box lie over the input's, and are as they were typed.
    for (const layer of document.querySelectorAll<HTMLElement>("form [aria-hidden]")) layer.hidden = true;
    // What is read, not the scripts that stand there too.
    const selection = document.getSelection();
    selection?.selectAllChildren(document.body);
    return selection?.toString() ?? "";
  });
  expect(words).toMatch(/\p{Lu}[^.]*\./u);
  expect(`${words.replaceAll(/\s/g, " ")} ${await page.title()}`.match(HIDDEN_CHARACTERS)).toBeNull();
  expect(words).not.toContain("Something failed that should not.");
}

test.describe("an address of the list", () => {
  // What is asked beside a list that cannot be read, or of an event that nobody has.
  test.use({ complaints: [/status of 40[04]/] });

  for (const { what, encoded, isStorable = true } of ATTACKS) {
    test(`with ${what} in it is told what is wrong, and nothing runs`, async ({
      page,
      explorer,
      request,
    }) => {
      for (const name of PARAMETERS) {
        const span = name === "from" || name === "to" ? "" : `&${new URLSearchParams(STOP_HOUR)}`;
        const address = `/events?limit=5&${name}=${encoded}${span}`;
        const answer = await request.get(address);
        expect(isStorable || name === "q" ? [200] : [200, 400], name).toContain(answer.status());
        // How Next marks in a page what has failed on the server.
        expect([name, /data-dgst|NEXT_HTTP_ERROR/.test(await answer.text())]).toEqual([name, false]);
      }
      // Everything at once, but no more than a server takes of an address.
      const crowd = !isStorable ? ["q"] : encoded.length > 1_000 ? ["q", "event"] : PARAMETERS;
      const parameters = crowd.map((name) => `${name}=${encoded.slice(0, 5_000)}`);
      await page.goto(`/events?${parameters.join("&")}`);
      await explorer.ready();
      await expect(page.getByRole("main")).toContainText(/could not be read/);
      expect(await sidewaysOverflow(page)).toBe(0);
      await expectHarmless(page);
    });
  }
});

test.describe("the page of a thing", () => {
  test.use({ complaints: [/status of 40[04]/] });

  for (const { what, encoded, isText = true } of ATTACKS) {
    test(`whose name is ${what} says a sentence, and nothing runs`, async ({ page }) => {
      for (const place of PLACES) {
        const answer = await page.goto(`/${place}/${encoded}`);
        expect(isText ? [200, 400, 404] : [400], place).toContain(answer?.status());
        expect(await sidewaysOverflow(page)).toBe(0);
        await expectHarmless(page);
      }
    });
  }
});

test("no route of the API fails on them", async ({ request }) => {
  const { paths }: Contract = await (await request.get("/api/openapi.json")).json();
  for (const [path, { get }] of Object.entries(paths)) {
    if (get === undefined) continue;
    for (const { what, encoded } of ATTACKS) {
      const filled = path.replaceAll(/\{\w+\}/g, encoded);
      const addresses = (get.parameters ?? [])
        .filter(({ in: place }) => place === "query")
        .map(({ name }) => `${filled}?${name}=${encoded}`);
      for (const address of [filled, ...addresses]) {
        if (address === path) continue;
        const answer = await request.get(address);
        expect(answer.status(), `${address.slice(0, 200)}: ${what}`).toBeLessThan(500);
      }
    }
  }
});

for (const path of ["/api/facets?field=event&search=", "/api/suggest?field=event&prefix="]) {
  test(`${path} takes what is text, and refuses a zero`, async ({ request }) => {
    for (const { what, encoded } of ATTACKS) {
      const answer = await request.get(`${path}${encoded}`);
      expect([200, 400], what).toContain(answer.status());
    }
    const answer = await request.get(`${path}%00`);
    expect(answer.status()).toBe(400);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
  });
}
