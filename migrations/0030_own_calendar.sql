-- The calendar of what was put into no other is known by a mark and not by its name, which each reader
-- has in their own language.
alter table calendar add column is_own boolean not null default false;
comment on column calendar.is_own is 'Holds what was typed in and put into no other calendar; it is made when it is first needed.';
update calendar set is_own = true where name = 'Typed in';
create unique index calendar_own on calendar (account_id) where is_own;
