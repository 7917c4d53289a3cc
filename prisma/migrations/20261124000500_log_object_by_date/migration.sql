-- What is missing of some days is read from the log objects of these days: without this from the whole ledger.
create index log_object_by_date on log_object (log_date);
