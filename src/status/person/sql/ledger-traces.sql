-- What of the ledger is a person's: whom it names as their contact, as them with an address, or by a full name that nobody else has;
-- and whatever went to an address that is theirs alone. $1 account, $2 participants, $3 addresses, $4 contacts, and
-- names with addresses, and $5 names, as person_key has them. Reads all recipients and deliveries of the account: seldom, and
-- no index by address is kept for it while sending.
with theirs as (
  select p.person_key from participant p
   where p.account_id = $1 and p.id = any ($2::uuid[]) and (p.phone is not null or p.email is not null)
),
addressed as materialized (
  select d.id, d.recipient_id from delivery d where d.account_id = $1 and address_key(d.address) = any ($3::text[])
),
recipients as materialized (
  select r.id
    from recipient r
   where r.account_id = $1
     and (lower(r.person_key) = any ($4::text[])
          or regexp_replace(r.person_key, '\|[^|]*$', '') = any ($5::text[])
          or r.person_key in (select person_key from theirs)
          or address_key(r.fields #>> '{participant,phone}') = any ($3::text[])
          or address_key(r.fields #>> '{participant,email}') = any ($3::text[]))
  union
  select recipient_id from addressed
)
select array(select id from recipients) as "recipientIds",
       array(select id from addressed
             union
             select d.id from recipients r join delivery d on d.account_id = $1 and d.recipient_id = r.id) as "deliveryIds"
