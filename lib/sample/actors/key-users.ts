import type { Actor } from "#lib/sample/actors/actor.ts";
import { accessKeyId, fixedRandom, hex } from "#lib/sample/invent-id.ts";
import { ACCOUNTS, iamUser } from "#lib/sample/organization.ts";
import { AGENTS } from "#lib/sample/records/agents.ts";
import { iamUserIdentity, userArn } from "#lib/sample/records/identity.ts";
import type { Caller } from "#lib/sample/records/record.ts";
import { listBuckets, objectCall } from "#lib/sample/records/s3.ts";

/** An old backup program with a key that nobody has changed for years. */

const HOLDERS: ReadonlySet<string> = new Set([ACCOUNTS.prod.id, ACCOUNTS.shared.id]);
const ADDRESS = "192.0.2.55";

export const backupUser: Actor = {
  name: "backup user",
  runLength: 4,
  weight: (place) => (HOLDERS.has(place.account) ? 1.5 : 0),
  run: (run) => {
    const { random, place, fleet } = run;
    const user = iamUser(place.account, "svc-backup");
    const key = accessKeyId(fixedRandom(`key/${place.account}/svc-backup`), "AKIA");
    const identity = iamUserIdentity(user, key);
    const caller: Caller = {
      identity,
      name: userArn(user),
      ip: ADDRESS,
      agent: AGENTS.backup,
      kind: "client",
    };
    if (!run.emit(run.from, caller, listBuckets(random, place))) return;
    const bucket = random.pick(fleet.buckets);
    for (let copied = 0; copied < 1 + random.below(5); copied++) {
      const key = `backup/${hex(random, 4)}/dump-${hex(random, 6)}.sql.gz`;
      if (!run.emit(run.from + copied * 1500, caller, objectCall("PutObject", bucket, key, random, place)))
        return;
    }
  },
};
