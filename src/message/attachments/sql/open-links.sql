-- Notes the files of a broadcast, and the hashes of the tokens by which they may be fetched.
-- $1 account, $2 broadcast; of each link $3 attachment, $4 rendition, $5 hash; $6 when they expire; $7 those
-- whose addresses stand below the text, in order.
with used as (
  insert into broadcast_attachment (account_id, broadcast_id, attachment_id, link_place)
  select distinct $1::uuid, $2::uuid, id, array_position($7::uuid[], id) from unnest($3::uuid[]) id
)
insert into attachment_link (account_id, broadcast_id, attachment_id, rendition, token_hash, expires_at)
select $1, $2, l.id, l.rendition, l.hash, $6
  from unnest($3::uuid[], $4::rendition[], $5::bytea[]) l (id, rendition, hash)
