import { type Sql, sql } from "#lib/db/sql/raw.ts";

/** For PostgreSQL's `substring`: the minute in `…_CloudTrail_eu-west-1_20261112T1430Z_….json.gz`. */
export const MINUTE_OF_KEY = "_([0-9]{8}T[0-9]{4})Z_[^/]*$";

/**
 * The same of the column `key`, for reading many: as a rule the minute is the last part but one between underscores,
 * which is found in a quarter of the time. What is no time of those that look like one is for the reader to leave out.
 */
export const QUICK_MINUTE_OF_KEY: Sql = sql`case when split_part(key, '_', -2) like '________T____Z'
  then left(split_part(key, '_', -2), 13) else substring(key from ${MINUTE_OF_KEY}::text) end`;
