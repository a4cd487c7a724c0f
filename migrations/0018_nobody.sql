-- A person may also say that somebody on a calendar is none of the contacts, so that nobody is asked again.
alter type match_state add value 'nobody';

alter table participant
  add column chosen_nobody boolean not null default false,
  add check (not chosen_nobody or chosen_contact_id is null);
comment on column participant.chosen_nobody is 'A person said that it is none of the contacts. Imports leave it alone.';
comment on column participant.match_state is
  'none: no contact fits. matched: one clearly does. ambiguous: several do equally well, or one does not quite '
  '(participant_contact_candidate). chosen: a person said so. nobody: a person said that it is none of them.';

alter table contact_choice alter column contact_id drop not null;
comment on column contact_choice.contact_id is 'null: none of the contacts.';

create index participant_ambiguous on participant (account_id, appointment_id) where match_state = 'ambiguous';
