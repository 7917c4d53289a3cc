import type { AddressPlace } from "#lib/event/address-place.ts";

/** What one record of a network file tells of its addresses. */
export type NetworkFacts = Pick<AddressPlace, "country" | "city" | "network">;

/** Longer texts are no names. */
const LONGEST = 200;

/**
 * Reads a record of MaxMind's layout (GeoLite2, GeoIP2, DB-IP: `country.iso_code`, `city.names.en`,
 * `autonomous_system_number`) or of the flat ones (IPinfo, ip-location-db: `country_code`, `asn`, `as_name`).
 */
export function readNetwork(record: unknown): NetworkFacts {
  return { country: readCountry(record), city: readCity(record), network: readSystem(record) };
}

function readCountry(record: unknown): NetworkFacts["country"] {
  // Without a country of its own, as for networks of satellites, the one where the network is registered.
  for (const key of ["country", "registered_country"]) {
    const code = countryCode(textAt(record, key, "iso_code"));
    if (code !== null) return { code, name: textAt(record, key, "names", "en") ?? englishName(code) };
  }
  const own = textAt(record, "country");
  const code = countryCode(textAt(record, "country_code")) ?? countryCode(own);
  if (code === null) return null;
  const name = textAt(record, "country_name") ?? (countryCode(own) === null ? own : null);
  return { code, name: name ?? englishName(code) };
}

function readCity(record: unknown): string | null {
  return textAt(record, "city", "names", "en") ?? textAt(record, "city");
}

function readSystem(record: unknown): NetworkFacts["network"] {
  const number =
    systemNumber(valueAt(record, "autonomous_system_number")) ?? systemNumber(valueAt(record, "asn"));
  const organization =
    textAt(record, "autonomous_system_organization") ??
    textAt(record, "as_name") ??
    textAt(record, "as_organization") ??
    // IPinfo's file of networks alone calls it so; elsewhere `name` may be anything.
    (number === null ? null : textAt(record, "name"));
  return number === null && organization === null ? null : { number, organization };
}

/** ZZ is Unicode's code for a country that is not known. */
function countryCode(text: string | null): string | null {
  return text !== null && /^(?!ZZ)[A-Z]{2}$/i.test(text) ? text.toUpperCase() : null;
}

const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

function englishName(code: string): string | null {
  return names.of(code) ?? null;
}

/** `64500`, `"64500"` or `"AS64500"`. */
function systemNumber(value: unknown): number | null {
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  const digits = /^(?:AS)?(\d{1,10})$/i.exec(text)?.[1];
  const number = digits === undefined ? 0 : Number(digits);
  return number >= 1 && number <= 0xffff_ffff ? number : null;
}

function textAt(record: unknown, ...path: readonly string[]): string | null {
  const value = valueAt(record, ...path);
  if (typeof value !== "string") return null;
  const text = value.trim().slice(0, LONGEST);
  return text === "" ? null : text;
}

function valueAt(record: unknown, ...path: readonly string[]): unknown {
  let value: unknown = record;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
