import type { MmdbOptions } from "#lib/geo/testing/write-mmdb.ts";

/** What the file says that every spec has: the sample's addresses are reserved for examples, and are nowhere really. */
export const NETWORKS: MmdbOptions["networks"] = [
  [
    "203.0.113.0/24",
    {
      country: { iso_code: "SE", names: { en: "Sweden" } },
      city: { names: { en: "Malmö" } },
      autonomous_system_number: 64_500,
      autonomous_system_organization: "Example Networks AB",
    },
  ],
  // Flat, and as hostile as any text of a log.
  [
    "192.0.2.0/24",
    {
      country_code: "PT",
      asn: "AS64501",
      as_name: '<img src=x onerror="globalThis.didRun=1">\u202egro',
    },
  ],
];
