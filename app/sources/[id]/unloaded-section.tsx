import { formatRefusedPlace } from "#app/refused-place.ts";
import styles from "#components/source/page.module.css";
import { RefusedList } from "#components/source/refused-list.tsx";
import { UnloadedGroups } from "#components/source/unloaded-groups.tsx";
import { sourceHref } from "./addresses.ts";
import type { SourcePage, SourceQuery } from "./read-source-page.ts";

/** What is not loaded and why. */
export function UnloadedSection({ page, query }: { readonly page: SourcePage; readonly query: SourceQuery }) {
  const { groups, open, source } = page;
  if (groups.length === 0) return null;
  const name = open === null ? null : `${open.state}.${open.code}`;
  const anchor = open === null ? "" : `${open.state}-${open.code}`;
  const last = open?.objects.at(-1)?.key ?? null;
  return (
    <section className={styles["section"]} aria-labelledby="unloaded">
      <h2 id="unloaded">Not loaded</h2>
      <UnloadedGroups
        groups={groups}
        open={
          open === null
            ? null
            : {
                ...open,
                nextHref: page.hasMoreKeys
                  ? sourceHref(source.id, { objects: name, after: last }, anchor)
                  : null,
                firstHref: query.after === null ? null : sourceHref(source.id, { objects: name }, anchor),
              }
        }
        hrefOf={(group) =>
          group === null
            ? sourceHref(source.id, {})
            : sourceHref(
                source.id,
                { objects: `${group.state}.${group.code}` },
                `${group.state}-${group.code}`,
              )
        }
      />
    </section>
  );
}

/** Records that could not become events. */
export function RefusedSection({ page, query }: { readonly page: SourcePage; readonly query: SourceQuery }) {
  const { refused, source } = page;
  const { refusedText, refusedAfter } = query;
  if (source.refused === 0) return null;
  const text = refusedText === "" ? null : refusedText;
  const next =
    refused.next === null
      ? null
      : sourceHref(source.id, { refused: formatRefusedPlace(refused.next), refusedText: text }, "refused");
  return (
    <section className={styles["section"]} aria-labelledby="refused">
      <h2 id="refused">Refused records</h2>
      <p className={styles["about"]}>
        Records that could not become events. They are counted, and kept as they were delivered; search does
        not find them, but the field below does.
      </p>
      <RefusedList
        records={refused.records}
        text={refusedText}
        nextHref={next}
        firstHref={refusedAfter === null ? null : sourceHref(source.id, { refusedText: text }, "refused")}
      />
    </section>
  );
}
