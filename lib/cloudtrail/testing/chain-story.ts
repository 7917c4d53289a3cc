import {
  assumed,
  assumeRole,
  HOME,
  key,
  PROD,
  principalOf,
  record,
  type Session,
  stranger,
  type TestRecord,
  user,
} from "#lib/cloudtrail/testing/chain-records.ts";

/**
 * One story with every kind of link in it; `expected` is read off it by hand: the event's name to its chain in words.
 */

const DEPLOY: Session = {
  role: "Deploy",
  session: "ci",
  account: HOME,
  key: key("deploy"),
  createdAt: "09:10:00",
};
const ADMIN: Session = {
  role: "ProdAdmin",
  session: "fix",
  account: PROD,
  key: key("admin"),
  createdAt: "09:20:00",
};
// The console issues one key and then uses others.
const SWITCHED: Session = {
  role: "Auditor",
  session: "alice",
  account: PROD,
  key: key("used"),
  createdAt: "10:00:00",
};
const SSO: Session = {
  role: "AWSReservedSSO_ReadOnly_0123456789abcdef",
  session: "bob@example.com",
  account: PROD,
  key: key("sso"),
  createdAt: "11:00:01",
};
const ORPHAN: Session = {
  role: "Orphan",
  session: "x",
  account: PROD,
  key: key("orphan"),
  createdAt: "12:00:00",
};
const VENDOR: Session = {
  role: "Vendor",
  session: "v",
  account: PROD,
  key: key("vendor"),
  createdAt: "12:30:00",
};
const TWIN: Session = {
  role: "Twin",
  session: "same",
  account: PROD,
  key: key("twin"),
  createdAt: "13:00:00",
};
const RING_A: Session = {
  role: "RingA",
  session: "a",
  account: PROD,
  key: key("ringa"),
  createdAt: "14:00:00",
};
const RING_B: Session = {
  role: "RingB",
  session: "b",
  account: PROD,
  key: key("ringb"),
  createdAt: "14:00:30",
};
const HOSTILE: Session = {
  role: "Deploy",
  session: "ci\n<script>' or 1=1 --",
  account: HOME,
  key: key("hostile"),
  createdAt: "15:00:00",
};

const ALICE_KEY = key("alice", "AKIA");
const alice = user("alice", ALICE_KEY);
const STORE = { identityStoreArn: "arn:aws:identitystore::999:identitystore/d-1", userId: "u-1" };
const SHARED = "99999999-0000-4000-8000-000000000001";

const story: readonly (readonly [string | null, TestRecord])[] = [
  [null, assumeRole("09:10:00", alice, DEPLOY)],
  ["alice exact > Deploy", record("09:11:00", "ByDeploy", assumed(DEPLOY))],
  [null, assumeRole("09:20:00", assumed(DEPLOY), ADMIN, { sharedEventID: SHARED })],
  [
    null,
    assumeRole("09:20:00", stranger(HOME, principalOf(DEPLOY)), ADMIN, {
      account: PROD,
      sharedEventID: SHARED,
    }),
  ],
  ["alice exact > Deploy > ProdAdmin", record("09:21:00", "ByAdmin", assumed(ADMIN), { account: PROD })],
  [null, assumeRole("10:00:00", alice, SWITCHED, { account: PROD, issuedKey: key("neverused") })],
  ["alice matched > Auditor", record("10:05:00", "BySwitched", assumed(SWITCHED), { account: PROD })],
  [
    "alice matched > Auditor",
    record("10:06:00", "ByOtherKey", assumed({ ...SWITCHED, key: key("used2") }), { account: PROD }),
  ],
  [
    null,
    record(
      "11:00:00",
      "Federate",
      { type: "IdentityCenterUser", accountId: "999", onBehalfOf: STORE },
      {
        eventSource: "sso.amazonaws.com",
        serviceEventDetails: { account_id: PROD, role_name: "ReadOnly" },
      },
    ),
  ],
  [
    "bob@example.com exact > AWSReservedSSO_ReadOnly_0123456789abcdef",
    record("11:01:00", "BySso", assumed(SSO, { onBehalfOf: STORE }), { account: PROD }),
  ],
  ["unknown: no-issuing-event > Orphan", record("12:01:00", "ByOrphan", assumed(ORPHAN), { account: PROD })],
  [null, assumeRole("12:30:00", stranger("777788889999", "AIDAVENDOR"), VENDOR, { account: PROD })],
  ["unknown: other-account > Vendor", record("12:31:00", "ByVendor", assumed(VENDOR), { account: PROD })],
  [null, assumeRole("13:00:00", alice, TWIN, { account: PROD, issuedKey: key("twinone") })],
  [
    null,
    assumeRole("13:00:00", user("mallory", key("mallory", "AKIA")), TWIN, {
      account: PROD,
      issuedKey: key("twintwo"),
    }),
  ],
  ["unknown: ambiguous > Twin", record("13:01:00", "ByTwin", assumed(TWIN), { account: PROD })],
  [null, assumeRole("14:00:00", assumed(RING_B), RING_A, { account: PROD })],
  [null, assumeRole("14:00:30", assumed(RING_A), RING_B, { account: PROD })],
  [
    "unknown: circle > RingA > RingB > RingA",
    record("14:01:00", "ByRing", assumed(RING_A), { account: PROD }),
  ],
  [null, assumeRole("15:00:00", alice, HOSTILE)],
  ["alice exact > Deploy", record("15:01:00", "ByHostile", assumed(HOSTILE))],
  // A forged or masked log gives one key to a second principal: the key's history is not theirs.
  [
    "unknown: no-issuing-event > Forged",
    record(
      "09:12:00",
      "ByForged",
      assumed({ ...ORPHAN, role: "Forged", key: key("deploy"), createdAt: "09:10:00" }),
    ),
  ],
  [
    null,
    record("16:00:00", "ConsoleLogin", user("carol", null), {
      eventSource: "signin.amazonaws.com",
      eventType: "AwsConsoleSignIn",
      responseElements: { ConsoleLogin: "Success" },
    }),
  ],
  ["carol exact", record("16:10:00", "ByCarol", user("carol", key("carol"), "16:00:00"))],
  ["alice exact", record("09:09:00", "ByAlice", alice)],
];

export const CHAIN_RECORDS: readonly TestRecord[] = story.map(([, one]) => one);

/** Event id to what its chain says: the origin, its grade or the reason, then the roles. */
export const CHAINS_EXPECTED: ReadonlyMap<string, string> = new Map(
  story.flatMap(([words, one]) => (words === null ? [] : [[one.eventID, words]])),
);

export { ADMIN, ALICE_KEY, DEPLOY, HOSTILE, RING_A, SWITCHED };
