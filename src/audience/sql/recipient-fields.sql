-- What is frozen of `person p` of candidates.sql: RecipientFields. An expression, put in by candidates.ts.
jsonb_build_object(
  'event', case when p.appointment_id is not null then jsonb_build_object(
    'id', p.appointment_id, 'title', p.event_title, 'location', p.event_location, 'calendar', p.event_calendar,
    'starts_at', p.event_starts_at, 'ends_at', p.event_ends_at, 'all_day', p.event_all_day,
    'time_zone', p.event_time_zone, 'fields', p.event_fields) end,
  'participant', jsonb_build_object(
    'name', p.name, 'first_name', p.first_name, 'last_name', p.last_name,
    'phone', p.call_phone, 'email', p.mailbox, 'time_zone', p.time_zone)
    || case when p.contact_id is null then '{}' else jsonb_strip_nulls(jsonb_build_object(
      'title', nullif(p.title, ''), 'language', p.language, 'fields', nullif(p.contact_fields, '{}'),
      -- Where it is not the one that is called; a fallback to texts looks here.
      'text_phone', case when not p.texts_own then nullif(p.text_phone, p.call_phone) end)) end
    || case when p.takes_texts is false then jsonb '{"takes_texts": false}' else '{}' end)
