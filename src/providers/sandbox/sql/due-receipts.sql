-- The receipts that are due, oldest first, held until the transaction ends; those that another process
-- holds are left to it. Walks the index sandbox_receipt_due. It serves all accounts at once.
select account_id, id, message_id, reference, report, due_at
from sandbox_receipt
where due_at <= $1
order by due_at
limit $2
for update skip locked
