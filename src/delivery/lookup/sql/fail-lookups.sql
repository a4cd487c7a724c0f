-- Notes of numbers that were claimed at a time that no answer came. $1 account  $2 when they were claimed
-- $3 numbers  $4 what the provider said  $5 from when on they may be asked for again  $6 whether they may have
-- been charged for. Served by the primary key.
update number_lookup
   set state = 'failed', answer = $4, again_at = $5, price = case when $6 then price else 0 end
 where account_id = $1 and number = any ($3::text[]) and asked_at = $2 and state = 'asking'
