-- Takes away receipts that have been handed over.
delete from sandbox_receipt r
using unnest($1::uuid[], $2::uuid[]) as given (account_id, id)
where r.account_id = given.account_id and r.id = given.id
