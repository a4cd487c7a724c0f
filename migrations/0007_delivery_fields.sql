-- Somebody on several appointments is one recipient, frozen as on the first; a message of theirs may
-- win through another one (the first was cancelled, or lacks the address), and then speaks of that.
alter table delivery add column fields jsonb;
comment on column delivery.fields is 'The merge fields where they are not its recipient''s; null: those.';
