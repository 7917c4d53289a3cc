import type { AddressPlace } from "#lib/event/address-place.ts";
import type { Event } from "#lib/event/event.ts";
import type { SessionStory } from "#lib/event/session/session-story.ts";
import type { AddressBook } from "#lib/geo/address-book.ts";
import { type AddressShelf, openShelf } from "#lib/geo/address-shelf.ts";
import { readEnv } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";

/** Where addresses are is told here, on the server, as answers go out: pages and routes get it with the events. */

/** On globalThis: pages and routes are bundled apart, and a file of a hundred megabytes is kept once. */
const forProcess = globalThis as { waymarkAddresses?: AddressShelf };

/** Where addresses are, by the files as they are now. */
export function readAddressBook(): Promise<AddressBook> {
  forProcess.waymarkAddresses ??= openShelf(readEnv(), (sentence) => log().warn(sentence));
  return forProcess.waymarkAddresses.book(Date.now());
}

/** The event, and where its address is. */
export function withPlace(event: Event, { placeOf }: AddressBook): Event {
  return { ...event, place: event.sourceIp === null ? null : placeOf(event.sourceIp) };
}

/** The story, and where the addresses are that it was acted from. */
export function withStoryPlaces(story: SessionStory | null, book: AddressBook): SessionStory | null {
  return story === null ? null : { ...story, addresses: withPlaces(story.addresses, book) };
}

/** The same values, each an address, and where each is. */
export function withPlaces<Told extends AddressPlace & { readonly value: string }>(
  addresses: readonly Told[],
  { placeOf }: AddressBook,
): readonly Told[] {
  return addresses.map((address) => ({ ...address, ...placeOf(address.value) }));
}
