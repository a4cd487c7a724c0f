-- Every fourth person who comes is in the address book, and known to be. $1 account.
with known as (
  select distinct on (phone) name, first_name, last_name, phone
    from participant
   where account_id = $1 and right(phone, 1) in ('0', '4') and match_state = 'none'
   order by phone
),
kept as (
  insert into contact (account_id, name, first_name, last_name, list_name, search_text)
  select $1, name, first_name, last_name, lower(name), lower(name) || ' ' || phone from known
  returning id, split_part(search_text, '+', 2) as digits
),
reached as (
  insert into contact_address (account_id, contact_id, kind, address, phone_country)
  select $1, id, 'phone', '+' || digits, 'US' from kept
)
update participant p
   set contact_id = k.id, match_state = 'matched'
  from kept k
 where p.account_id = $1 and p.phone = '+' || k.digits and p.match_state = 'none'
