import { type AddressKind, addressKindOf } from "#lib/event/actor/address-kind.ts";

/**
 * Where a caller's address is, as far as the files tell that the user gave. Their texts may be anybody's: as inert
 * everywhere as the texts of a log, and never in place of the address.
 */
export type AddressPlace = {
  readonly kind: AddressKind;
  /** Two letters of ISO 3166-1, and the country's name in English. */
  readonly country: { readonly code: string; readonly name: string | null } | null;
  readonly city: string | null;
  /** The autonomous system that announces it, and whose that is. */
  readonly network: { readonly number: number | null; readonly organization: string | null } | null;
  /** AWS's own range that holds it. */
  readonly aws: { readonly service: string; readonly region: string } | null;
};

/** What an address tells without any file. */
export function placeByItself(address: string): AddressPlace {
  return { kind: addressKindOf(address), country: null, city: null, network: null, aws: null };
}
