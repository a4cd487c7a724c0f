-- Notes the key that was pressed while a call was played, where it means something in that call.
-- $1 account, $2 message, $3 key. Served by sandbox_message's key.
update sandbox_message m
   set content = jsonb_set(m.content, '{pressed}', to_jsonb($3::text))
  from sandbox_message was
 cross join lateral jsonb_each_text(was.content #> '{call,keys}') meant (meaning, key)
 where m.account_id = $1 and m.id = $2
   and was.account_id = $1 and was.id = $2 and was.channel = 'voice' and meant.key = $3
returning m.reference, m.address, meant.meaning
