-- Deletes and returns blobs that no file has and nobody wanted since $1, of all accounts; some at a time.
-- Served by blob_used, attachment_hash and attachment_phone_hash.
delete from blob b
 using (select u.account_id, u.hash from blob u
         where u.used_at < $1
           and not exists (select from attachment a where a.account_id = u.account_id and a.hash = u.hash)
           and not exists (select from attachment a where a.account_id = u.account_id and a.phone_hash = u.hash)
         order by u.used_at
         limit 100
           for update of u skip locked) unused
 where b.account_id = unused.account_id and b.hash = unused.hash
returning b.account_id as "accountId", b.hash
