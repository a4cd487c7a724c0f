-- As whom the recipients with :{outcomes} are named: participants of appointments, and contacts. Those who were typed
-- in, :{typed}, are named one by one. Comes after former-recipients.sql, and is served as that is, by
-- delivery_recipient, delivery_subject_delivery and the primary keys.
, meant as materialized (
  select id, person_key from former where became = any (:{outcomes})
),
former_participant as materialized (
  select p.id, p.appointment_id
    from (select s.participant_id
            from meant m
            join delivery d on d.account_id = :{account} and d.recipient_id = m.id
            join delivery_subject s on s.account_id = :{account} and s.delivery_id = d.id
           where coalesce(s.recipient_id, m.id) = m.id
          union
          select unnest(e.participants)
            from meant m
            join exclusion e on e.account_id = :{account} and e.broadcast_id = :{broadcast} and e.recipient_id = m.id) every
    join participant p on p.account_id = :{account} and p.id = every.participant_id
),
former_contact as materialized (
  -- Without an appointment, or with a message that is not of theirs: chosen from the address book.
  select substr(m.person_key, 9)::uuid as id
    from meant m
    join recipient r on r.account_id = :{account} and r.id = m.id
   where m.person_key like 'contact:%' and m.id <> all (:{typed})
     and (r.fields ->> 'event' is null
          or exists (select from delivery d
                      where d.account_id = :{account} and d.recipient_id = m.id
                        and d.fields is not null and d.fields ->> 'event' is null))
)
