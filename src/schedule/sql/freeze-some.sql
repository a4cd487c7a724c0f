-- As freeze-ticked.sql, where some appointments are not for all who take part in them: of these, the participants of
-- former_participant are noted. They stand in one order with those that are ticked, as in the plan.
-- Parts in :{…} are put in by taking-chunks.ts. Served by appointment_agenda or the primary key.
insert into taking_chunk (account_id, broadcast_id, number, appointment_ids, participant_ids)
select :{account}, :{broadcast}, number,
       coalesce(array_agg(id order by place) filter (where id is not null and participant_id is null), '{}'),
       coalesce(array_agg(participant_id order by place) filter (where participant_id is not null), '{}')
  from (select named.id, named.participant_id, named.place, coalesce((named.place - 1) / :{size}, 0) as number
          from (values (true)) as at_least (one)
          left join (
            select every.id, every.participant_id, dense_rank() over (order by every.starts_at, every.id) as place
              from (select a.id, a.starts_at, null::uuid as participant_id
                      from appointment a
                     where a.account_id = :{account} and :{condition}
                    union all
                    select a.id, a.starts_at, f.id
                      from former_participant f
                      join appointment a on a.account_id = :{account} and a.id = f.appointment_id
                     where (:{condition}) is not true) every) named on true) placed
 group by number
