-- How the counts of a broadcast came about, for the plot on its page.

create table broadcast_history (
  account_id uuid not null,
  broadcast_id uuid not null,
  at timestamptz not null,
  outcome outcome not null,
  n bigint not null,
  primary key (account_id, broadcast_id, at, outcome),
  foreign key (account_id, broadcast_id) references broadcast (account_id, id) on delete cascade
) with (fillfactor = 70);
comment on table broadcast_history is
  'By how many deliveries an outcome grew or shrank, by the time at which that was folded into broadcast_count.';
comment on column broadcast_history.at is
  'Rounded down, the more the longer ago the first delivery moved (history_step), so that the rows of a broadcast stay few.';
call close_to_account('broadcast_history');

create function history_step(since_first interval) returns interval
  language sql immutable parallel safe
  return case
    when since_first < interval '5 minutes' then interval '1 second'
    when since_first < interval '1 hour' then interval '10 seconds'
    when since_first < interval '1 day' then interval '5 minutes'
    else interval '1 hour'
  end;
comment on function history_step is 'How finely the history of a broadcast is kept so long after its first delivery moved.';

-- Of what was sent before this was kept, only where it stands is known.
insert into broadcast_history (account_id, broadcast_id, at, outcome, n)
select c.account_id, c.broadcast_id, coalesce(b.finished_at, b.created_at), c.outcome, sum(c.n)
  from broadcast_count c
  join broadcast b on b.account_id = c.account_id and b.id = c.broadcast_id
 group by c.account_id, c.broadcast_id, coalesce(b.finished_at, b.created_at), c.outcome
having sum(c.n) <> 0;
