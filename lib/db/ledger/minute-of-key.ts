/** For PostgreSQL's `substring`: the minute in `…_CloudTrail_eu-west-1_20261112T1430Z_….json.gz`. */
export const MINUTE_OF_KEY = "_([0-9]{8}T[0-9]{4})Z_[^/]*$";
