import type { AddressKind } from "#lib/event/actor/address-kind.ts";
import type { AddressPlace } from "#lib/event/address-place.ts";

const KINDS: Readonly<Record<AddressKind, string>> = {
  service: "AWS service",
  private: "private",
  documentation: "reserved for examples",
  aws: "AWS range",
  public: "public",
  other: "no address",
};

/** All that is known of an address: `Malmö, Sweden · AS64500 Example AB`. Where nothing is, what kind it is of. */
export function placeWords(place: AddressPlace): string {
  return knownOf(place) ?? KINDS[place.kind];
}

/** The same for a place where less is better: null for an address that is like any other. */
export function placeNote(place: AddressPlace): string | null {
  return knownOf(place) ?? (place.kind === "public" ? null : KINDS[place.kind]);
}

function knownOf({ country, city, network, aws }: AddressPlace): string | null {
  const where = [city, country?.name ?? country?.code].filter((part) => part != null).join(", ");
  const system = [network?.number == null ? null : `AS${network.number}`, network?.organization];
  const known = [
    where,
    system.filter((part) => part != null).join(" "),
    aws === null ? "" : rangeWords(aws),
  ].filter((part) => part !== "");
  return known.length === 0 ? null : known.join(" · ");
}

/** Beside an address in a narrow place: its country, or that it is AWS's; null where neither is known. */
export function placeTag({ country, kind }: AddressPlace): string | null {
  return country?.code ?? (kind === "aws" ? "AWS" : null);
}

/** AWS calls a range that serves several things AMAZON, and one of no region GLOBAL. */
function rangeWords({ service, region }: NonNullable<AddressPlace["aws"]>): string {
  const of = [service === "AMAZON" ? null : service, region === "GLOBAL" ? null : region];
  return ["AWS range", ...of.filter((part) => part !== null)].join(" ");
}
