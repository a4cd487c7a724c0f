-- Notes which contacts are chosen now, in chunks of :{size} after those of the appointments, in the order in
-- which they are planned.
-- Parts in :{…} are put in by taking-chunks.ts. Served by contact_search, contact_tag's key or the primary key.
insert into taking_chunk (account_id, broadcast_id, number, appointment_ids, contact_ids)
select :{account}, :{broadcast}, f.first + (chosen.place - 1) / :{size}, '{}', array_agg(chosen.id order by chosen.place)
  from (select max(k.number) + 1 as first from taking_chunk k
         where k.account_id = :{account} and k.broadcast_id = :{broadcast}) f
  cross join (
    select s.id, row_number() over (order by s.id) as place
      from (select distinct coalesce(c.merged_into, c.id) as id
              from contact c
             where c.account_id = :{account} and :{condition}) s) chosen
 group by f.first, (chosen.place - 1) / :{size}
