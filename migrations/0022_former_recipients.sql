-- An audience may be the recipients of an earlier broadcast, by what became of them.

alter table taking_chunk add column participant_ids uuid[] not null default '{}';
alter table taking_chunk alter column participant_ids set storage external;
comment on column taking_chunk.participant_ids is
  'Of appointments of which not everybody is meant, who is: recipients of an earlier broadcast.';

alter table delivery_subject add column recipient_id uuid;
comment on column delivery_subject.recipient_id is
  'Whose participant it is, where the message of somebody else with the same address stands for them. null: the delivery''s own recipient.';

comment on column exclusion.participants is
  'As whom they were to hear of it: where a fallback may stand for them yet, or a later broadcast is for those who were not reached.';
comment on column exclusion.delivery_id is 'For duplicate: the delivery that stands for them.';

-- A message to recipients of another one is linked to it by parent_id; forgetting that one leaves this one be.
alter table broadcast
  drop constraint broadcast_account_id_parent_id_fkey,
  add foreign key (account_id, parent_id) references broadcast (account_id, id) on delete set null (parent_id);
create index broadcast_parent on broadcast (account_id, parent_id) where parent_id is not null;
comment on column broadcast.parent_id is 'The broadcast to whose recipients this one goes; purpose says to which.';
