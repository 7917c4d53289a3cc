import type { AddressKind } from "#lib/event/actor/address-kind.ts";

/** What is said beside an address. */
export const ADDRESS_WORDS: Readonly<Record<AddressKind, string>> = {
  service: "AWS service",
  private: "private",
  public: "public",
  other: "no address",
};
