-- Says of participants which contact they are. $1 account, $2 participants.
--
-- A person's choice comes first: for this participant, else for everybody of that name and address. It may be nobody.
-- Otherwise contacts that share an address, and those of the same name, are weighed:
--   5  an address, and the same name
--   4  an address, and one name is a part of the other (Ana, Ana Ruiz)
--   3  an address, and one of them has no name
--   2  the same name of two words or more, and no address that speaks against it
--   1  an address under another name, or the same name with other addresses, or one of a single word
-- The heaviest wins, with two addresses before one. A single winner of 2 or more is matched; several, or
-- whoever has no more than 1, are for a person to choose from. Of an address or name that more than 500
-- contacts have, only those that 5 says are matched.
--
-- Served by contact_address_key, contact_name, and the primary keys. What is as it was is not written.
with asked as materialized (
  -- Materialized, and two joins for one: under row-level security no index is found by what coalesce gives.
  select p.id, p.name_key, coalesce(p.phone, '') as phone, coalesce(p.email_key, '') as email_key,
         string_to_array(p.name_key, ' ') as words,
         case when not p.chosen_nobody then coalesce(c.merged_into, c.id, o.merged_into, o.id) end as chosen,
         p.chosen_nobody or (p.chosen_contact_id is null and k.person_key is not null and k.contact_id is null) as is_nobody
    from participant p
    left join contact_choice k on k.account_id = $1 and k.person_key = p.person_key
    left join contact c on c.account_id = $1 and c.id = p.chosen_contact_id
    left join contact o on o.account_id = $1 and o.id = k.contact_id
   where p.account_id = $1 and p.id = any ($2::uuid[])
),
answer as materialized (
  select i.id, coalesce(i.chosen, b.only_id) as contact_id, b.candidates,
         case when i.chosen is not null then 'chosen'
              when i.is_nobody then 'nobody'
              when b.rivals = 0 then 'none'
              when b.only_id is not null then 'matched'
              else 'ambiguous' end::match_state as state
    from asked i
   cross join lateral (
     -- Of the heaviest: the only one, where it weighs enough, else the first twenty to choose from.
     select count(*) as rivals,
            case when count(*) = 1 and max(r.weight) > 1 then (array_agg(r.id))[1] end as only_id,
            case when count(*) > 1 or max(r.weight) <= 1 then (array_agg(r.id order by r.id))[:20] end as candidates
       from (
         select w.id, w.weight,
                rank() over (order by w.weight desc, case when w.weight > 1 then w.hits end desc nulls last) as place
           from (
             select c.id, f.hits,
                    case
                      when f.hits > 0 and f.is_name then 5
                      when f.is_crowd then 1
                      when f.hits > 0 and i.name_key <> '' and c.name_key <> ''
                       and (i.words <@ string_to_array(c.name_key, ' ') or i.words @> string_to_array(c.name_key, ' ')) then 4
                      when f.hits > 0 and (i.name_key = '' or c.name_key = '') then 3
                      when f.hits = 0 and cardinality(i.words) > 1
                       and not exists (
                             select from contact_address o
                              where o.account_id = $1 and o.contact_id = c.id
                                and case o.kind when 'phone' then i.phone else i.email_key end <> '') then 2
                      else 1 end as weight
               from (
                 select s.contact_id, count(*) filter (where not s.is_name) as hits, bool_or(s.is_name) as is_name,
                        bool_or(s.n > 500) as is_crowd
                   from (
                     (select a.contact_id, false as is_name, count(*) over () as n
                        from (select contact_id from contact_address
                               where account_id = $1 and address_key = any (array[i.phone, i.email_key]) limit 501) a)
                     union all
                     (select o.id, true, count(*) over ()
                        from (select id from contact
                               where account_id = $1 and name_key = i.name_key and name_key <> '' limit 501) o)
                   ) s
                  group by s.contact_id) f
               join contact c on c.account_id = $1 and c.id = f.contact_id and c.merged_into is null
              where i.chosen is null and not i.is_nobody) w
       ) r
      where r.place = 1) b
),
no_more as (
  delete from participant_contact_candidate o
   using answer a
   where o.account_id = $1 and o.participant_id = a.id
     and (a.state <> 'ambiguous' or o.contact_id <> all (a.candidates))
),
anew as (
  insert into participant_contact_candidate (account_id, participant_id, contact_id)
  select $1, a.id, c.id from answer a cross join unnest(a.candidates) c (id) where a.state = 'ambiguous'
  on conflict do nothing
)
update participant p
   set contact_id = a.contact_id, match_state = a.state
  from answer a
 where p.account_id = $1 and p.id = a.id
   and (p.contact_id is distinct from a.contact_id or p.match_state <> a.state)
