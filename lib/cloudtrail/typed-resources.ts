import { isJsonObject, type JsonObject, memberOf, textOf } from "#lib/cloudtrail/json-value.ts";
import type { Area } from "#lib/cloudtrail/path-tree.ts";
import { addResource, type ResourceFinder } from "#lib/cloudtrail/resources.ts";

/** Members that stand side by side, the one an id, the other its type in words of the service's own. */
type Pair = { readonly id: string; readonly type: string; readonly types: ReadonlyMap<string, string> };

const AS_WRITTEN: ReadonlyMap<string, string> = new Map();

/** By service as in `eventSource` before `.amazonaws.com`. */
const PAIRS: ReadonlyMap<string, readonly Pair[]> = new Map([
  [
    "config",
    [
      { id: "resourceId", type: "resourceType", types: AS_WRITTEN },
      { id: "complianceResourceId", type: "complianceResourceType", types: AS_WRITTEN },
    ],
  ],
  ["cloudcontrolapi", [{ id: "identifier", type: "typeName", types: AS_WRITTEN }]],
  [
    "rds",
    [
      {
        id: "resourceId",
        type: "resourceType",
        types: new Map([
          ["RDS:DB", "AWS::RDS::DBInstance"],
          ["RDS:Cluster", "AWS::RDS::DBCluster"],
        ]),
      },
    ],
  ],
  [
    "ssm",
    [
      {
        id: "resourceId",
        type: "resourceType",
        types: new Map([
          ["Association", "AWS::SSM::Association"],
          ["Automation", "AWS::SSM::AutomationExecution"],
          ["Document", "AWS::SSM::Document"],
          ["MaintenanceWindow", "AWS::SSM::MaintenanceWindow"],
          ["OpsItem", "AWS::SSM::OpsItem"],
          ["Parameter", "AWS::SSM::Parameter"],
          ["PatchBaseline", "AWS::SSM::PatchBaseline"],
        ]),
      },
    ],
  ],
  [
    "sso",
    [
      {
        id: "principalId",
        type: "principalType",
        types: new Map([
          ["GROUP", "AWS::IdentityStore::Group"],
          ["USER", "AWS::IdentityStore::User"],
        ]),
      },
    ],
  ],
]);

const AREAS: readonly (readonly [member: string, area: Area])[] = [
  ["requestParameters", "request"],
  ["serviceEventDetails", "service"],
];
const TYPE = /^AWS(?:::[A-Za-z0-9]{1,64}){2,3}$/;

/** Finds what a record names by an id and, beside it, the id's type: right in the request, or in a list there. */
export function addTypedResources(finder: ResourceFinder, record: JsonObject): void {
  const pairs = PAIRS.get(finder.service);
  if (pairs === undefined) return;
  for (const [member, area] of AREAS) {
    const object = record[member];
    if (!isJsonObject(object)) continue;
    for (const pair of pairs) {
      addPair(finder, pair, object, area);
      for (const list of Object.values(object)) {
        if (Array.isArray(list)) for (const item of list) addPair(finder, pair, item, area);
      }
    }
  }
}

function addPair(finder: ResourceFinder, pair: Pair, object: unknown, area: Area): void {
  const id = textOf(memberOf(object, pair.id));
  const word = textOf(memberOf(object, pair.type));
  if (id === null || word === null) return;
  const type = pair.types === AS_WRITTEN && TYPE.test(word) ? word : pair.types.get(word);
  if (type !== undefined) addResource(finder, id, type, area, false);
}
