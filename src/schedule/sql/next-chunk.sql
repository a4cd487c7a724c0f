-- The first chunk of a broadcast that is not written yet. Served by taking_chunk's primary key.
-- $1 account  $2 broadcast
select c.number,
       not exists (select from taking_chunk later
                    where later.account_id = $1 and later.broadcast_id = $2 and later.number > c.number) as "isLast"
  from taking_chunk c
 where c.account_id = $1 and c.broadcast_id = $2
 order by c.number
 limit 1
