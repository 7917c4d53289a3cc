import type pg from "pg";

/**
 * What holds in a transaction that loads, told in one statement.
 *
 * `gin_pending_list_limit`: terms of new rows wait in a list until so much is to be merged into the index: merging
 * seldom costs half of merging often. When the run ends, mergeNewTerms does the rest.
 *
 * `log_min_messages`: two loaders that bring the same event at once do not see each other's rows, and one of them is
 * refused. That is foreseen and tried again (see loadObjects), cheaper than locks for every event; PostgreSQL's log
 * must not call it an error. What is not foreseen is thrown here and stands in the worker's log. A role that may not
 * set it goes without.
 */
export async function setLoadSettings(client: pg.PoolClient): Promise<void> {
  await client.query(`select set_config('gin_pending_list_limit', '16MB', true),
    case when has_parameter_privilege('log_min_messages', 'SET') then set_config('log_min_messages', 'fatal', true) end`);
}
