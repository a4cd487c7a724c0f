-- The file that a token opens; whoever has it is nobody's account, so the token alone finds it.
-- $1 hash of the token, $2 now. Served by attachment_link's unique (token_hash).
select account_id as "accountId", attachment_id as id, rendition
  from attachment_link where token_hash = $1 and expires_at > $2
