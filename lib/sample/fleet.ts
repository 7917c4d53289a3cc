import { ec2Id, fixedRandom, hex, uuid } from "#lib/sample/invent-id.ts";
import { ACCOUNTS, type Place } from "#lib/sample/organization.ts";

/** The things that an account has in a region: what the records name again and again. */
export type Fleet = {
  readonly instances: readonly string[];
  /** Private address of each instance, in the same order. */
  readonly addresses: readonly string[];
  readonly volumes: readonly string[];
  readonly securityGroups: readonly string[];
  readonly subnets: readonly string[];
  readonly vpc: string;
  readonly buckets: readonly string[];
  readonly functions: readonly string[];
  readonly tables: readonly string[];
  readonly databases: readonly string[];
  readonly keys: readonly string[];
  readonly logGroups: readonly string[];
  readonly secrets: readonly string[];
  readonly parameters: readonly string[];
  readonly clusters: readonly string[];
  readonly targetGroups: readonly string[];
  readonly groups: readonly string[];
  readonly queues: readonly string[];
  readonly repositories: readonly string[];
  readonly stacks: readonly string[];
};

const APPS = ["checkout", "catalog", "billing", "search", "ledger", "notify", "gateway", "reports"] as const;
const SIZES: ReadonlyMap<string, number> = new Map([
  [ACCOUNTS.prod.id, 48],
  [ACCOUNTS.staging.id, 16],
  [ACCOUNTS.dev.id, 20],
]);
const DEFAULT_SIZE = 6;

const fleets = new Map<string, Fleet>();

/** The fleet of a place; the same object every time. */
export function fleetOf(place: Place): Fleet {
  const name = `${place.account}/${place.region}`;
  const known = fleets.get(name);
  if (known !== undefined) return known;
  const fleet = inventFleet(place, name);
  fleets.set(name, fleet);
  return fleet;
}

function inventFleet(place: Place, name: string): Fleet {
  const size = SIZES.get(place.account) ?? DEFAULT_SIZE;
  const many = (count: number, of: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => of(index));
  const byApp = (of: (app: string) => string) => APPS.map(of);
  const random = fixedRandom(`fleet/${name}`);
  const network = random.below(64);
  const environment =
    Object.values(ACCOUNTS).find((account) => account.id === place.account)?.name ?? "other";
  return {
    instances: many(size, (index) => ec2Id("i", `${name}/${index}`)),
    addresses: many(size, (index) => `10.${network}.${random.below(64)}.${10 + (index % 240)}`),
    volumes: many(size * 2, (index) => ec2Id("vol", `${name}/${index}`)),
    securityGroups: many(12, (index) => ec2Id("sg", `${name}/${index}`)),
    subnets: many(6, (index) => ec2Id("subnet", `${name}/${index}`)),
    vpc: ec2Id("vpc", name),
    buckets: byApp((app) => `example-${environment}-${app}-${place.region}`),
    functions: byApp((app) => `${app}-${environment}-handler`),
    tables: byApp((app) => `${app}-${environment}`),
    databases: byApp((app) => `${app}-${environment}-aurora-1`).slice(0, 4),
    keys: many(5, (index) => uuid(fixedRandom(`key/${name}/${index}`))),
    logGroups: byApp((app) => `/aws/lambda/${app}-${environment}-handler`),
    secrets: byApp((app) => `${environment}/${app}/database-${hex(random, 6)}`),
    parameters: byApp((app) => `/${environment}/${app}/config`),
    clusters: [`${environment}-apps`, `${environment}-batch`],
    targetGroups: byApp((app) => `targetgroup/${app}-${environment}/${hex(random, 16)}`),
    groups: byApp((app) => `${app}-${environment}-asg`),
    queues: byApp((app) => `${app}-${environment}-events`),
    repositories: byApp((app) => `example/${app}`),
    stacks: byApp((app) => `${environment}-${app}`),
  };
}
