-- Everyone whom the audience names, once for each appointment and channel, judged.
-- Parts in :{…} are put in by candidates.ts. Served by appointment_agenda or the primary key,
-- participant's unique (account_id, appointment_id, position), contact_address_key, its unique
-- (account_id, contact_id, …), and the primary keys of contact, suppression, consent and number_line.
-- offset 0 keeps the look-up of participants one: while statistics do not know this account yet, the
-- planner takes all of it for a single row, and would read it anew for each appointment. limit 1 does the
-- same for the addresses of contacts. The other ones have what they say worked out once, not wherever it is used.
ticked as (
  select a.id, a.starts_at, a.status, a.title, a.location, a.ends_at, a.all_day, a.time_zone,
         a.fields, c.name as calendar:{for_all}
    from appointment a
    join calendar c on c.account_id = :{account} and c.id = a.calendar_id
   where a.account_id = :{account} and :{ticked}:{for_some}
),
chosen_contact as (
  -- Each as the one that stands for it now.
  select distinct coalesce(c.merged_into, c.id) as id
    from contact c
   where c.account_id = :{account} and :{contacts}
),
named as (
  -- is_open: what they lack is looked for in their contact's; who is typed in is meant as typed.
  select a.id as appointment_id, a.starts_at as at, p.position, p.id as participant_id, p.contact_id, p.person_key,
         p.name, p.first_name, p.last_name, p.phone, p.email, p.phone_country, p.phone_is_premium, p.phone_line,
         case when p.invalid_address not like '%@%' then p.invalid_address end as invalid_phone,
         case when p.invalid_address like '%@%' then p.invalid_address end as invalid_email,
         array[a.time_zone] as zones, a.status = 'cancelled' as is_cancelled,
         p.contact_id is not null as is_open,
         a.title as event_title, a.location as event_location, a.calendar as event_calendar,
         a.starts_at as event_starts_at, a.ends_at as event_ends_at, a.all_day as event_all_day,
         a.time_zone as event_time_zone, a.fields as event_fields
    from ticked a
    cross join lateral (select * from participant p
                         where p.account_id = :{account} and p.appointment_id = a.id and not p.has_declined:{if_meant} offset 0) p
  union all
  select null, 'infinity', row_number() over (order by c.id)::int, null, c.id, '',
         '', '', '', null, null, null, false, null, null, null, null, false, true,
         null, null, null, null, null, null, null, null
    from chosen_contact c
  union all
  select null, 'infinity', 1500000000 + t.position::int, null, m.contact_id, t.person ->> 'personKey',
         t.person ->> 'name', t.person ->> 'firstName', t.person ->> 'lastName',
         t.person ->> 'phone', t.person ->> 'email', t.person ->> 'phoneCountry',
         (t.person ->> 'phoneIsPremium')::boolean, (t.person ->> 'phoneLine')::line_type,
         t.person ->> 'invalidPhone', t.person ->> 'invalidEmail',
         array(select jsonb_array_elements_text(t.person -> 'timeZones')), false, false,
         null, null, null, null, null, null, null, null
    from jsonb_array_elements(:{people}) with ordinality t (person, position)
    cross join lateral (
      select case when count(distinct c.id) = 1 then (array_agg(c.id))[1] end as contact_id
        from contact_address d
        join contact c on c.account_id = :{account} and c.id = d.contact_id and c.merged_into is null
       where d.account_id = :{account}
         and d.address_key in (address_key(t.person ->> 'phone'), address_key(t.person ->> 'email'))) m
),
reachable as (
  -- By which number and mailbox: the own ones; where the own number takes no texts, or may not be used,
  -- one of their contact's that does.
  select n.*, c.name as contact_name, c.first_name as contact_first, c.last_name as contact_last, c.title,
         c.language, c.time_zone as contact_zone, c.fields_by_key as contact_fields, coalesce(n.email, e.address) as mailbox,
         own.takes_texts as own_takes_texts,
         n.phone is not null and (not own.is_barred and own.takes_texts is not false
           or t.address is null or t.is_barred or t.takes_texts is false) as texts_own,
         n.phone is not null and (not own.is_barred or l.address is null or l.is_barred) as calls_own,
         t.address as other_text, t.phone_country as text_country, t.phone_is_premium as text_premium,
         t.takes_texts as other_takes_texts, t.phone_line as text_line, t.phone_zones,
         l.address as other_call, l.phone_country as call_country, l.phone_is_premium as call_premium
    from named n
    left join contact c on c.account_id = :{account} and c.id = n.contact_id
    left join number_line k on k.account_id = :{account} and k.number = n.phone and k.expires_at > :{now}
    cross join lateral (
      select coalesce(k.takes_texts, takes_texts(n.phone_line)) as takes_texts,
             coalesce(n.phone_is_premium and not :{premium_allowed} or n.phone_country <> all (:{countries}), false) as is_barred) own
    left join lateral (
      select o.*, coalesce(k.takes_texts, takes_texts(o.phone_line)) as takes_texts
        from (select d.*, d.phone_is_premium and not :{premium_allowed} or d.phone_country <> all (:{countries}) as is_barred
                from contact_address d
               where d.account_id = :{account} and d.contact_id = n.contact_id and d.kind = 'phone') o
        left join number_line k on k.account_id = :{account} and k.number = o.address and k.expires_at > :{now}
       order by o.is_barred, coalesce(k.takes_texts, takes_texts(o.phone_line)) is false, o.position, o.id
       limit n.is_open::int) t on true
    left join lateral (
      select d.*, d.phone_is_premium and not :{premium_allowed} or d.phone_country <> all (:{countries}) as is_barred
        from contact_address d
       where d.account_id = :{account} and d.contact_id = n.contact_id and d.kind = 'phone'
       order by is_barred, d.position, d.id
       limit n.is_open::int) l on true
    left join lateral (
      select d.address
        from contact_address d
       where d.account_id = :{account} and d.contact_id = n.contact_id and d.kind = 'email'
       order by d.position, d.id
       limit n.is_open::int) e on true
),
person as (
  select r.appointment_id, r.at, r.position, r.participant_id, r.is_cancelled, r.invalid_phone, r.invalid_email, r.contact_id,
         case when r.contact_id is null then r.person_key else 'contact:' || r.contact_id end as person_key,
         coalesce(nullif(r.name, ''), r.contact_name, '') as name,
         case when r.name = '' and r.contact_id is not null then r.contact_first else r.first_name end as first_name,
         case when r.name = '' and r.contact_id is not null then r.contact_last else r.last_name end as last_name,
         r.mailbox, r.title, r.language, r.contact_fields, r.texts_own,
         case when r.texts_own then r.phone else r.other_text end as text_phone,
         case when r.texts_own then r.phone_country else r.text_country end as text_country,
         case when r.texts_own then r.phone_is_premium else r.text_premium end as text_premium,
         case when r.texts_own then r.own_takes_texts else r.other_takes_texts end as takes_texts,
         case when r.texts_own then r.phone_line else r.text_line end as text_line,
         case when r.calls_own then r.phone else r.other_call end as call_phone,
         case when r.calls_own then r.phone_country else r.call_country end as call_country,
         case when r.calls_own then r.phone_is_premium else r.call_premium end as call_premium,
         z.zones[1] as time_zone, z.zones[2:] as other_time_zones,
         r.event_title, r.event_location, r.event_calendar, r.event_starts_at, r.event_ends_at, r.event_all_day,
         r.event_time_zone, r.event_fields
    from reachable r
    cross join lateral (
      select case when r.contact_zone is not null then array[r.contact_zone]
                  when r.zones is not null then r.zones
                  when cardinality(r.phone_zones) > 0 and :{home} <> all (r.phone_zones) then r.phone_zones
                  else :{home} || array_remove(coalesce(r.phone_zones, '{}'), :{home}) end as zones) z
),
written as (
  select p.*, :{fields} as fields
    from person p
  offset 0
),
wanted as (
  select w as channel from unnest(:{channels}) w
),
addressed as (
  select p.appointment_id, p.at, p.position, p.participant_id, p.person_key, p.name, p.is_cancelled, p.takes_texts,
         p.text_line, p.time_zone, p.other_time_zones, p.fields, w.channel,
         case w.channel when 'email' then p.mailbox when 'sms' then p.text_phone else p.call_phone end as address,
         case w.channel when 'sms' then p.text_country when 'voice' then p.call_country end as phone_country,
         case w.channel when 'sms' then p.text_premium when 'voice' then p.call_premium end as phone_is_premium,
         case when :{per_appointment} and p.appointment_id is not null then p.appointment_id
              else '00000000-0000-0000-0000-000000000000' end as copy,
         case w.channel when 'email' then p.invalid_email else p.invalid_phone end as invalid_address,
         :{empty_field} as empty_field
    from written p cross join wanted w
    -- Where a call is only for who cannot be texted, every number is meant for one of the two.
   where :{without_texts} <> 'called' or w.channel = 'email'
      or (w.channel = 'voice') = (p.takes_texts is false)
),
known as (
  -- lately: how many messages count against how many an address may get in a day.
  select d.*, address_key(d.address) as address_key, :{lately} as lately
    from addressed d
  offset 0
),
judged as (
  select d.*,
         (case
            when d.is_cancelled then 'appointment_cancelled'
            when d.address is null and d.invalid_address is not null then 'invalid_address'
            when d.address is null then 'no_address'
            when d.channel <> 'email' and d.phone_is_premium and not :{premium_allowed} then 'premium_number'
            when d.channel <> 'email' and d.phone_country <> all (:{countries}) then 'country_not_allowed'
            when d.channel = 'sms' and d.takes_texts is false and :{without_texts} = 'left_out' then 'not_sms_capable'
            when exists (select from suppression s where s.account_id = :{account}
                          and s.channel = d.channel and s.address = lower(d.address)) then 'opted_out'
            when case when (select exists (select from erased_suppression e where e.account_id = :{account}))
                      then is_marked_erased(:{account}, d.channel, d.address) end then 'opted_out'
            when d.channel = any (:{explicit_consent})
             and (select c.state = 'granted' and c.basis = 'explicit' from consent c
                   where c.account_id = :{account} and c.channel = d.channel and c.address = lower(d.address)
                   order by c.id desc limit 1) is not true then 'consent_missing'
            when d.empty_field is not null then 'empty_field'
            when d.lately >= :{daily} then 'over_daily_cap'
          end)::exclusion_reason as reason
    from known d
  offset 0
),
placed as (
  select appointment_id, at, position, participant_id, person_key, name, takes_texts, text_line, time_zone, other_time_zones, fields,
         channel, address, address_key, copy, :{reason} as reason,
         -- What the reason is about: the field that is empty, the number or address as it was written, the country.
         case reason when 'empty_field' then empty_field
                     when 'invalid_address' then invalid_address
                     when 'country_not_allowed' then phone_country else '' end as trace
    from judged
),
candidate as (
  select p.*,
         case when reason is null then row_number() over (
           partition by address_key, copy, channel, reason is null
           order by at, appointment_id, position) end as rank
    from placed p
)
