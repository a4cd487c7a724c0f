-- Deletes files that were chosen before $1 and that no broadcast has, of all accounts; some at a time.
-- Served by attachment_age and broadcast_attachment_attachment. One that a broadcast is just taking up is
-- locked by its foreign key, and skipped.
delete from attachment a
 using (select f.account_id, f.id from attachment f
         where f.created_at < $1
           and not exists (select from broadcast_attachment b
                            where b.account_id = f.account_id and b.attachment_id = f.id)
         order by f.created_at
         limit 100
           for update of f skip locked) old
 where a.account_id = old.account_id and a.id = old.id
