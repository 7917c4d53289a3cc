-- Sources that are read through CloudTrail's LookupEvents.
alter table source drop constraint source_kind_check;
alter table source add constraint source_kind_check check (kind in ('s3', 'files', 'sample', 'lookup'));
