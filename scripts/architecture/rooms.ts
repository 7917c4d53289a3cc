// The house as a table: every folder is a room, and what a room does not list it may not import. A folder that
// is not here fails the check, so a new room is a decision. See ARCHITECTURE.md.

export type Room = {
  /** Folder, from the project's. The longest that fits a file is its room. */
  readonly folder: string;
  /** Other rooms whose files it may import; a name ending in `*` stands for all that begin so. */
  readonly rooms: readonly string[];
  /** Packages; `node:*` are Node's built-in modules. */
  readonly packages: readonly string[];
  /** True: it may use what tests use, since it is no part of the product. */
  readonly mayUseTests?: true;
};

const PURE = ["lib/base", "lib/event", "lib/search", "lib/cloudtrail"];
/** What React is made of here. */
const VIEW_PACKAGES = ["react", "react-dom", "next", "radix-ui", "@tanstack/react-table"];

/** A part of the pages: on top of the plain parts, and of no other unless it is named. */
function view(folder: string, others: readonly string[] = []): Room {
  const rooms = ["components/ui", "components/chart", ...others, ...PURE];
  return { folder, rooms, packages: VIEW_PACKAGES };
}

export const ROOMS: readonly Room[] = [
  // Pure: no Node.js, no React, no clock, no randomness.
  { folder: "lib/base", rooms: [], packages: [] },
  { folder: "lib/event", rooms: ["lib/base"], packages: ["zod"] },
  { folder: "lib/search", rooms: ["lib/base", "lib/event"], packages: ["zod"] },
  { folder: "lib/cloudtrail", rooms: ["lib/base", "lib/event"], packages: ["zod"] },

  { folder: "lib/server", rooms: ["lib/base"], packages: ["node:*", "zod", "pino"] },
  {
    folder: "lib/aws",
    rooms: ["lib/base", "lib/server"],
    packages: ["node:*", "zod", "@aws-sdk/*"],
  },
  {
    folder: "lib/geo",
    rooms: ["lib/base", "lib/event", "lib/search", "lib/server"],
    packages: ["node:*", "zod", "mmdb-lib"],
  },
  {
    folder: "lib/db",
    // cloudtrail: what is stored is the record as delivered, and reading it makes an event of it again.
    rooms: [...PURE, "lib/server", "prisma/generated"],
    packages: ["node:*", "zod", "pg", "pg-copy-streams", "@prisma/*"],
  },
  {
    folder: "lib/sample",
    rooms: ["lib/base", "lib/event", "lib/cloudtrail"],
    packages: ["node:*", "zod", "fauxqs"],
  },
  {
    folder: "lib/ingest",
    rooms: [...PURE, "lib/aws", "lib/db", "lib/server", "lib/sample"],
    packages: ["node:*", "zod", "yauzl"],
  },

  { folder: "components/ui", rooms: ["lib/base"], packages: VIEW_PACKAGES },
  { folder: "components/chart", rooms: ["lib/base"], packages: VIEW_PACKAGES },
  view("components/event"),
  view("components/facets", ["components/event"]),
  view("components/histogram", ["components/event"]),
  view("components/query", ["components/event"]),
  view("components/resource", ["components/event"]),
  view("components/blast", ["components/event"]),
  view("components/names", ["components/source"]),
  view("components/views"),
  view("components/actor", ["components/event"]),
  view("components/explorer", [
    "components/event",
    "components/facets",
    "components/histogram",
    "components/query",
    "components/views",
  ]),
  view("components/shell", ["components/event"]),
  view("components/source"),
  view("components/start", ["components/event", "components/source", "components/query"]),

  {
    folder: "app",
    rooms: ["lib/*", "components/*"],
    packages: [...VIEW_PACKAGES, "node:*", "zod"],
  },
  { folder: "instrumentation.ts", rooms: ["app"], packages: [] },
  { folder: "proxy.ts", rooms: ["lib/server", "app"], packages: ["next"] },
  { folder: "bin", rooms: ["lib/*"], packages: ["node:*", "zod", "tsx", "esbuild"] },

  {
    folder: "scripts",
    rooms: ["lib/*", "bin"],
    packages: ["node:*", "zod", "playwright", "@sparticuz/chromium"],
    mayUseTests: true,
  },
  { folder: "bench", rooms: ["lib/*", "bin", "app"], packages: ["*"], mayUseTests: true },
  {
    folder: "e2e",
    rooms: ["lib/*", "bin"],
    packages: ["node:*", "@playwright/test", "@axe-core/playwright"],
    mayUseTests: true,
  },
];

/** Lines that a file may have. */
export const LONGEST_FILE = 250;
export const LONGEST_TEST = 400;

/** How often a rule of Biome's is switched off in place, at most. Lower it when the number falls. */
export const SUPPRESSIONS = 7;

/** The rooms that hold no code of ours. */
export const NOT_CHECKED = ["node_modules", ".next", ".build", ".git", ".data", "prisma/generated"];
