-- Everyone whom the audience names, once for each appointment and channel, judged.
-- Parts in :{…} are put in by candidates.ts. Served by appointment_agenda or the primary key,
-- participant's unique (account_id, appointment_id, position), and the primary keys of suppression and number_line.
-- offset 0 keeps the look-up of participants one: while statistics do not know this account yet, the
-- planner takes all of it for a single row, and would read it anew for each appointment.
ticked as (
  select a.id, a.starts_at, a.status, a.title, a.location, a.ends_at, a.all_day, a.time_zone,
         a.fields, c.name as calendar
    from appointment a
    join calendar c on c.account_id = :{account} and c.id = a.calendar_id
   where a.account_id = :{account} and :{ticked}
),
person as (
  select a.id as appointment_id, a.starts_at as at, p.position, p.id as participant_id, p.person_key,
         p.name, p.phone, p.email, p.phone_country, p.phone_is_premium, p.phone_line, '{}'::text[] as other_time_zones,
         case when p.invalid_address not like '%@%' then p.invalid_address end as invalid_phone,
         case when p.invalid_address like '%@%' then p.invalid_address end as invalid_email, a.time_zone, a.status = 'cancelled' as is_cancelled,
         jsonb_build_object(
           'participant', jsonb_build_object('name', p.name, 'first_name', p.first_name,
             'last_name', p.last_name, 'phone', p.phone, 'email', p.email, 'time_zone', a.time_zone),
           'event', jsonb_build_object('title', a.title, 'location', a.location, 'calendar', a.calendar,
             'starts_at', a.starts_at, 'ends_at', a.ends_at, 'all_day', a.all_day,
             'time_zone', a.time_zone, 'fields', a.fields)) as fields
    from ticked a
    cross join lateral (select * from participant p
                         where p.account_id = :{account} and p.appointment_id = a.id offset 0) p
  union all
  select null, 'infinity', t.position::int, null, t.person ->> 'personKey',
         t.person ->> 'name', t.person ->> 'phone', t.person ->> 'email',
         t.person ->> 'phoneCountry', (t.person ->> 'phoneIsPremium')::boolean,
         (t.person ->> 'phoneLine')::line_type,
         array(select jsonb_array_elements_text(t.person -> 'timeZones') offset 1),
         t.person ->> 'invalidPhone', t.person ->> 'invalidEmail', t.person -> 'timeZones' ->> 0, false,
         jsonb_build_object(
           'participant', jsonb_build_object('name', t.person ->> 'name',
             'first_name', t.person ->> 'firstName', 'last_name', t.person ->> 'lastName',
             'phone', t.person ->> 'phone', 'email', t.person ->> 'email',
             'time_zone', t.person -> 'timeZones' ->> 0),
           'event', null)
    from jsonb_array_elements(:{people}) with ordinality t (person, position)
),
wanted as (
  select (w ->> 'channel')::channel as channel, w -> 'required' as required
    from jsonb_array_elements(:{channels}) w
),
numbered as (
  select p.*, coalesce(k.takes_texts, takes_texts(p.phone_line)) as takes_texts
    from person p
    left join number_line k on k.account_id = :{account} and k.number = p.phone and k.expires_at > :{now}
),
addressed as (
  select p.*, w.channel,
         case w.channel when 'email' then p.email else p.phone end as address,
         case when :{per_appointment} and p.appointment_id is not null then p.appointment_id
              else '00000000-0000-0000-0000-000000000000' end as copy,
         case w.channel when 'email' then p.invalid_email else p.invalid_phone end as invalid_address,
         (select path from jsonb_array_elements_text(w.required) path
           where coalesce(p.fields #>> string_to_array(path, '.'), '') = '' limit 1) as empty_field
    from numbered p cross join wanted w
    -- Where a call is only for who cannot be texted, every number is meant for one of the two.
   where :{without_texts} <> 'called' or w.channel = 'email'
      or (w.channel = 'voice') = (p.takes_texts is false)
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
            -- Of people who were erased, whoever must not be written to: asked where there are any. Since no consent
            -- of theirs was left, what they agreed to themselves they did afterwards.
            when case when (select exists (select from erased_suppression e where e.account_id = :{account}))
                      then exists (select from erased_suppression e
                                    where e.account_id = :{account} and e.channel = d.channel
                                      and e.mark = address_mark(:{account}, d.address))
                       and not exists (select from consent c
                                        where c.account_id = :{account} and c.channel = d.channel and c.address = lower(d.address)
                                          and c.state = 'granted' and c.basis = 'explicit' and c.source <> 'imported') end
              then 'opted_out'
            when d.empty_field is not null then 'empty_field'
          end)::exclusion_reason as reason
    from addressed d
),
candidate as (
  select j.*,
         -- What the reason is about: the field that is empty, the number or address as it was written, the country.
         case j.reason when 'empty_field' then j.empty_field
                       when 'invalid_address' then j.invalid_address
                       when 'country_not_allowed' then j.phone_country else '' end as trace,
         case when reason is null then row_number() over (
           partition by channel, address, copy, reason is null
           order by at, appointment_id, position) end as rank
    from judged j
)
