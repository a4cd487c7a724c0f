-- One more time a process of a data folder says that it may send. $1 folder
insert into ledger_promise as p (folder, n) values ($1, 1)
    on conflict (folder) do update set n = p.n + 1
returning n
