-- A provider's ids of messages are its own affair: some count around, some restart. Two attempts with
-- the same one must not stop the tick that closes them.
drop index attempt_provider_ref;
create index attempt_provider_ref on attempt (account_id, provider_id, provider_ref) where provider_ref is not null;
