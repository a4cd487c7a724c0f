-- What the people on an appointment answer: that they come, that they do not, that they want another time.

create type participant_answer as enum ('confirmed', 'cancelled', 'reschedule');
create type answer_source as enum ('calendar', 'key', 'desk');

alter table participant
  add column answer participant_answer,
  add column answer_source answer_source,
  add column answered_at timestamptz,
  add column answered_by text,
  add column calendar_answer participant_answer,
  add column calendar_answered_at timestamptz,
  add column has_declined boolean not null default false,
  add constraint participant_answer_whole check (
    (answer is null) = (answer_source is null) and (answer is null) = (answered_at is null));
comment on column participant.answer is 'null: no answer yet.';
comment on column participant.answer_source is
  'calendar: PARTSTAT of the attendee (RFC 5545 3.2.12). key: pressed in a call. desk: a person here said it.';
comment on column participant.answered_by is 'Of the desk: the name of whoever said it.';
comment on column participant.calendar_answer is
  'What the calendar said last. An import takes answer along only where it says something else than this.';
comment on column participant.has_declined is
  'An attendee who declined, and of whom the event speaks nowhere else: to be seen, and not among those who are told.';
