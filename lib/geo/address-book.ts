import { type AddressPlace, placeByItself } from "#lib/event/address-place.ts";
import type { AddressContent } from "#lib/geo/address-files.ts";
import { type Address, parseAddress } from "#lib/search/ip-range.ts";

/** Where addresses are. */
export type AddressBook = {
  /** Of any text that stands in an address's place. The same object for the same address. */
  readonly placeOf: (address: string) => AddressPlace;
};

/** So many addresses are kept, all of them forgotten when there are more. */
const MOST_KEPT = 10_000;
/** Any address is shorter; what else stands in its place may be of any length. */
const LONGEST_KEPT = 100;

/** Asks the files in their order: the first that knows a fact tells it. */
export function addressBook(contents: readonly AddressContent[]): AddressBook {
  const known = new Map<string, AddressPlace>();
  return {
    placeOf(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const place = find(contents, text);
      if (known.size >= MOST_KEPT) known.clear();
      if (text.length <= LONGEST_KEPT) known.set(text, place);
      return place;
    },
  };
}

function find(contents: readonly AddressContent[], text: string): AddressPlace {
  const own = placeByItself(text);
  const address = parseAddress(text);
  if (address === null) return own;
  return contents.reduce((place, content) => withContent(place, content, address), own);
}

function withContent(place: AddressPlace, content: AddressContent, address: Address): AddressPlace {
  if (content.kind === "networks") {
    const found = content.file.find(address);
    if (found === null) return place;
    const country = place.country ?? found.country;
    // A city of another country than the one told before would be a place that is nowhere.
    const city = found.country?.code === country?.code ? found.city : null;
    return { ...place, country, city: place.city ?? city, network: place.network ?? found.network };
  }
  const aws = place.aws ?? content.ranges.find(address);
  // Ranges that nobody routes are nobody's, whatever a list says.
  const isAws = aws !== null && place.kind === "public";
  return isAws ? { ...place, kind: "aws", aws } : place;
}
