import { expect, type Locator, type Page } from "@playwright/test";
import { factOf } from "#e2e/pages/facts.ts";
import { ready } from "#e2e/pages/ready.ts";

export type LogFile = { readonly name: string; readonly content: string | Buffer };

/** Where logs come from: the list, the form for a bucket, and the page of one source. */
export type SourcePages = {
  /** The row of a source in the list. */
  readonly row: (name: string) => Locator;
  readonly open: () => Promise<void>;
  /** Goes from the list to a source's page. */
  readonly enter: (name: string) => Promise<void>;
  readonly upload: (...files: readonly LogFile[]) => Promise<void>;
  readonly form: BucketForm;
  readonly fact: (name: string) => Locator;
  readonly progress: Locator;
  readonly cancel: Locator;
  readonly lastRun: Locator;
  readonly notLoaded: Locator;
  readonly coverage: Locator;
  readonly syncNow: Locator;
  /** Waits until the run that is on has ended. */
  readonly finish: () => Promise<void>;
};

export type BucketPlace = { readonly bucket: string; readonly endpoint: string };

export type BucketForm = {
  readonly bucket: Locator;
  readonly test: Locator;
  readonly start: Locator;
  readonly found: Locator;
  readonly problem: Locator;
  readonly open: () => Promise<void>;
  /** Fills in a bucket of an S3 server that is not AWS. */
  readonly fill: (place: BucketPlace) => Promise<void>;
};

export function sourcesOn(page: Page): SourcePages {
  const main = page.getByRole("main");
  const row = (name: string) =>
    page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
  const progress = page.getByRole("region", { name: "Progress" });
  const lastRun = page.getByRole("region", { name: "The last run" });
  const open = async () => {
    await page.goto("/sources");
    await ready(page, "input[type='file']");
  };
  return {
    row,
    open,
    enter: async (name) => {
      await open();
      await row(name).getByRole("link").click();
      await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
    },
    upload: async (...files) => {
      const choosing = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Upload log files" }).click();
      await (await choosing).setFiles(
        files.map(({ name, content }) => ({
          name,
          mimeType: "application/octet-stream",
          buffer: Buffer.from(content),
        })),
      );
      await page.waitForURL(/\/sources\/[0-9a-f-]{36}$/);
    },
    form: bucketFormOn(page),
    fact: (name) => factOf(main, name),
    progress,
    cancel: progress.getByRole("button", { name: "Cancel" }),
    lastRun,
    notLoaded: page.getByRole("region", { name: "Not loaded" }),
    coverage: page.getByRole("region", { name: "Coverage", exact: true }),
    syncNow: page.getByRole("button", { name: "Sync now" }),
    finish: async () => {
      await expect(lastRun).toBeVisible({ timeout: 30_000 });
      await expect(progress).toBeHidden();
    },
  };
}

function bucketFormOn(page: Page): BucketForm {
  const bucket = page.getByRole("textbox", { name: "Bucket and prefix" });
  return {
    bucket,
    test: page.getByRole("button", { name: /^Test/ }),
    start: page.getByRole("button", { name: /^Start/ }),
    found: page.getByRole("region", { name: "What was found" }),
    problem: page.getByRole("main").getByRole("alert"),
    open: async () => {
      await page.goto("/sources/new");
      await ready(page, "#bucket");
    },
    fill: async (place) => {
      await bucket.fill(place.bucket);
      await page.getByText("Credentials, region and other servers").click();
      await page.getByRole("textbox", { name: "Region", exact: true }).fill("us-east-1");
      await page.getByRole("textbox", { name: "Endpoint" }).fill(place.endpoint);
      await page.getByRole("checkbox", { name: /^Path style/ }).check();
    },
  };
}
