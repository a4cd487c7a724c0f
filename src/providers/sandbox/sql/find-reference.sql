-- The message that was taken under a reference; served by sandbox_message_reference.
select id from sandbox_message where account_id = $1 and reference = $2 limit 1
