-- Notes which appointments are ticked now, in order of time and in chunks of :{size}; one chunk at
-- least, for the people typed in go with the last. An array a chunk: a million rows of their own would
-- take three times as long to write, and as much again to delete.
-- Parts in :{…} are put in by taking-chunks.ts. Served by appointment_agenda or the primary key.
insert into taking_chunk (account_id, broadcast_id, number, appointment_ids)
select :{account}, :{broadcast}, number, coalesce(array_agg(id order by place) filter (where id is not null), '{}')
  from (select ticked.id, ticked.place, coalesce((ticked.place - 1) / :{size}, 0) as number
          from (values (true)) as at_least (one)
          left join (
            select a.id, row_number() over (order by a.starts_at, a.id) as place
              from appointment a
             where a.account_id = :{account} and :{condition}) ticked on true) placed
 group by number
