-- What is known of the numbers of which some are to get a text and others a call; comes after the
-- expressions of audience/sql/candidates.sql, asked for text and call. :{account} and :{now} as there.
-- Served by the primary key of number_lookup.
, pair as materialized (
  -- Text and call of a person side by side, by grouping: the planner takes candidates for few, and would
  -- join each with every other.
  select min(address) filter (where channel = 'sms') as number, min(address) filter (where channel = 'voice') as called,
         copy, bool_or(takes_texts) as takes_texts, min(text_line) as text_line
    from placed
   where reason is null
   group by appointment_id, position, copy
  having count(*) = 2
),
line as (
  -- Of which the numbering plan says only that they may be landlines or mobiles. state: of what was asked
  -- of a provider, as long as it counts.
  select p.number, bool_and(p.takes_texts is null) as is_unknown, min(l.state) as state
    from pair p
    left join number_lookup l on l.account_id = :{account} and l.number = p.number and l.again_at > :{now}
   where p.text_line = 'unknown'
   group by p.number
)
