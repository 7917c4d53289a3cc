import type { Names } from "#lib/event/names.ts";
import type { SourcePage } from "./read-source-page.ts";

/** True once an organization's trail was loaded from AWS, and as long as no account has a name. */
export function offersNames(
  {
    source,
    settings,
  }: { source: Pick<SourcePage["source"], "accounts" | "job">; settings: SourcePage["settings"] },
  { accounts }: Pick<Names, "accounts">,
): boolean {
  const isOrganization = settings.kind === "s3" && settings.endpoint === null && source.accounts > 1;
  return isOrganization && source.job?.state === "done" && accounts.length === 0;
}
