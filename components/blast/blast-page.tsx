"use client";

import { PageHandleMenu } from "#components/event/page-handle-menu.tsx";
import { placeWords } from "#components/event/place-words.ts";
import { linksOf } from "#components/event/view.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import figureStyles from "#components/ui/figures.module.css";
import { formatCount } from "#components/ui/format-count.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { Note } from "#components/ui/note.tsx";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import type { AddressPlace } from "#lib/event/address-place.ts";
import type { Blast } from "#lib/event/blast.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import { CredentialTree } from "./credential-tree.tsx";
import { cutWords } from "./cut-words.ts";
import { WrittenTable } from "./written-table.tsx";

type Asked = {
  readonly from: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
};

/** How far it reached: the figures, the tree of credentials, and what was written to. */
export function BlastPage(props: {
  readonly blast: Blast;
  readonly zone: Zone;
  readonly tz: string;
  readonly asked: Asked;
  /** Where the address is that it is about. */
  readonly place: AddressPlace | null;
}) {
  const { blast, zone, tz, asked, place } = props;
  const view = { ...DEFAULT_VIEW, tz, from: asked.since ?? null, to: asked.until ?? null };
  const links = linksOf(view, zone);
  const cut = cutWords(blast);
  const given = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const exported = `/api/blast/export?${new URLSearchParams(given)}`;
  return (
    <>
      <Figures blast={blast} zone={zone} />
      {cut.length === 0 ? null : (
        <Note kind="warning" title="This may not be all of it.">
          {[...cut, "A shorter time shows more of it."].join(" ")}
        </Note>
      )}
      {blast.subject.kind === "ip" ? (
        <Note
          kind="info"
          title="Credentials that were used from this address may also be used from elsewhere."
        >
          {place === null ? null : (
            <p>
              <Text>{blast.subject.value}</Text>
              {": "}
              <Text>{placeWords(place)}</Text>
            </p>
          )}
          <p>Of those, only what came from the address is counted; of what they issued, everything.</p>
        </Note>
      ) : null}
      <CredentialTree blast={blast} view={view} links={links} />
      <WrittenTable blast={blast} links={links}>
        <ButtonLink href={exported}>Export as CSV</ButtonLink>
      </WrittenTable>
      <PageHandleMenu view={view} />
    </>
  );
}

function Figures({ blast, zone }: { readonly blast: Blast; readonly zone: Zone }) {
  const { counts, nodes, resources, firstSeen, lastSeen, isCut } = blast;
  const created = resources.filter((one) => one.created !== null).length;
  const stands = resources.filter((one) => one.stands).length;
  const more = isCut ? "+" : "";
  const figures: readonly (readonly [string, string])[] = [
    ["Credentials", `${nodes.length}${blast.hasMoreNodes ? "+" : ""}`],
    ["Events", formatCount(counts.events) + more],
    ["Writes", formatCount(counts.writes) + more],
    ["Denied", formatCount(counts.denied) + more],
    ["Resources written", formatCount(resources.length) + more],
    ["Created", formatCount(created) + more],
    ["Still standing", formatCount(stands) + more],
  ];
  return (
    <dl className={figureStyles["figures"]}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {firstSeen === null || lastSeen === null ? null : (
        <div>
          <dt>Over</dt>
          <dd>
            <InstantTime at={Date.parse(firstSeen)} zone={zone} />
            {" to "}
            <InstantTime at={Date.parse(lastSeen)} zone={zone} />
          </dd>
        </div>
      )}
    </dl>
  );
}
