-- The example clinic that newcomers practise with, so that it can be taken away whole.

create table example_clinic (
  account_id uuid primary key references account (id) on delete cascade,
  calendar_id uuid not null,
  countries_before text[],
  countries_given text[],
  added_at timestamptz not null,
  foreign key (account_id, calendar_id) references calendar (account_id, id) on delete cascade
);
comment on table example_clinic is 'That an account has the example clinic, and as which calendar.';
comment on column example_clinic.countries_given is
  'What sending_policy.allowed_countries was set to, so that its people can be written to; null: they could be already.';
comment on column example_clinic.countries_before is 'What it was before; it is put back where nobody has changed it since.';
call close_to_account('example_clinic');
