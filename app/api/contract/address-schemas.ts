import * as z from "zod";
import { ADDRESS_KINDS } from "#lib/event/actor/address-kind.ts";
import type { AddressPlace } from "#lib/event/address-place.ts";

/** Where an address is, as part of other answers. */
export const placeOfAddress = {
  kind: z
    .enum(ADDRESS_KINDS)
    .describe(
      "service: an AWS service's name in an address's place. private, documentation: by RFC. aws: of a range of AWS's, where its list is given.",
    ),
  country: z
    .strictObject({ code: z.string().describe("ISO 3166-1, two letters."), name: z.string().nullable() })
    .nullable()
    .describe("Where a file of countries is given that knows the address, as all below."),
  city: z.string().nullable(),
  network: z
    .strictObject({
      number: z.int().nullable().describe("Of the autonomous system."),
      organization: z.string().nullable(),
    })
    .nullable(),
  aws: z.strictObject({ service: z.string(), region: z.string() }).nullable(),
};

export const PlaceOfAddressSchema: z.ZodType<AddressPlace> = z
  .strictObject(placeOfAddress)
  .meta({ id: "PlaceOfAddress" });
