import { iamActionsOf } from "#lib/event/actor/iam-action.ts";

/** A kind of call, and how often it was made. */
export type UsedCall = {
  readonly service: string;
  readonly event: string;
  readonly count: number;
  /** Of these: denied, or failed for another reason. */
  readonly denied: number;
  readonly failed: number;
};

/** An identity policy of what was really used. */
export type UsedPolicy = {
  readonly document: {
    readonly Version: "2012-10-17";
    readonly Statement: readonly {
      readonly Sid: string;
      readonly Effect: "Allow";
      readonly Action: readonly string[];
      readonly Resource: "*";
    }[];
  };
  /** Actions in it. */
  readonly actions: number;
  /** Actions that were asked for and always denied: not in the policy. */
  readonly onlyDenied: readonly string[];
  /** What these events can't tell, a sentence each. */
  readonly unknowns: readonly string[];
};

/** Services whose reads and writes of data are logged only where data events are switched on. */
const DATA_EVENTS: readonly (readonly [prefix: string, name: string, sign: RegExp])[] = [
  ["s3", "S3 objects", /^s3:(?:Get|Put|Delete)Object$/],
  ["lambda", "Lambda invocations", /^lambda:InvokeFunction$/],
  ["dynamodb", "DynamoDB items", /^dynamodb:(?:\w*Item\w*|Query|Scan)$/],
];

/**
 * The least policy that would have allowed these calls. `isWhole`: false where the calls are not all that were made
 * in the time.
 */
export function usedPolicyOf(calls: readonly UsedCall[], isWhole: boolean): UsedPolicy {
  const allowed = new Set<string>();
  const denied = new Set<string>();
  for (const call of calls) {
    const target = call.denied >= call.count ? denied : allowed;
    for (const action of iamActionsOf(call.service, call.event)) target.add(action);
  }
  const all = [...allowed].sort();
  const prefixes = [...new Set(all.map(prefixOf))];
  return {
    document: {
      Version: "2012-10-17",
      Statement: prefixes.map((prefix) => ({
        Sid: sidOf(prefix),
        Effect: "Allow",
        Action: all.filter((action) => prefixOf(action) === prefix),
        Resource: "*",
      })),
    },
    actions: all.length,
    onlyDenied: [...denied].filter((action) => !allowed.has(action)).sort(),
    unknowns: unknownsOf(all, prefixes, isWhole),
  };
}

function unknownsOf(actions: readonly string[], prefixes: readonly string[], isWhole: boolean): string[] {
  const unlogged = DATA_EVENTS.filter(
    ([prefix, , sign]) => prefixes.includes(prefix) && !actions.some((action) => sign.test(action)),
  ).map(([, name]) => name);
  return [
    ...(isWhole ? [] : ["Older calls of this time were not counted, so actions may be missing."]),
    ...(unlogged.length === 0
      ? []
      : [`No data events of ${unlogged.join(", ")} are loaded: such calls may have been made.`]),
    "iam:PassRole, and rights that a service checks on the caller's behalf, leave no event of their own.",
    "What is needed less often than once in this time is not here.",
    "Resources and conditions are not narrowed: the events name them, the policy allows all.",
  ];
}

function prefixOf(action: string): string {
  return action.slice(0, action.indexOf(":"));
}

/** A Sid may hold letters and digits only. */
function sidOf(prefix: string): string {
  return prefix.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}
