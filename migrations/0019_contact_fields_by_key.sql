-- Contacts' own fields by the names that texts give them.

create function fields_by_key(fields jsonb) returns jsonb
  language sql immutable parallel safe
  return (
    select coalesce(jsonb_object_agg(k.key, k.value), '{}')
      from (select distinct on (field_key(f.label)) field_key(f.label) as key, f.value
              from jsonb_each_text(fields) as f (label, value)
             where field_key(f.label) is not null
             order by field_key(f.label), f.value = '', f.label) k);
comment on function fields_by_key is
  '{"Card no": "7"} as {"card_no": "7"}; of two labels with one key, the first that says something.';

alter table contact
  add column fields_by_key jsonb not null generated always as (fields_by_key(fields)) stored;
comment on column contact.fields_by_key is 'What {{ participant.fields.card_no }} reads: fields, by the keys of their labels.';
