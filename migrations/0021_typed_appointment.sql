-- Appointments that were typed in here, and what a person here said of one that comes from a calendar.

create table typed_appointment (
  account_id uuid not null,
  appointment_id uuid not null,
  idempotency_key text not null,
  request_hash bytea not null,
  typed_by text not null,
  primary key (account_id, appointment_id),
  unique (account_id, idempotency_key),
  foreign key (account_id, appointment_id) references appointment (account_id, id) on delete cascade
);
comment on table typed_appointment is 'That an appointment was typed in here, so that it may be changed and removed here.';
comment on column typed_appointment.idempotency_key is 'The same key makes the same appointment: a double click makes one.';
comment on column typed_appointment.request_hash is 'SHA-256 of what was asked for under the key; another request under it is refused.';
comment on column typed_appointment.typed_by is 'The name of whoever typed it in.';
call close_to_account('typed_appointment');

alter table appointment add column overruled appointment_status;
comment on column appointment.overruled is
  'What its calendar says, where a person here said otherwise: status is then the person''s, until the calendar says '
  'something else. null: nobody did.';
