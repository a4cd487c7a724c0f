-- Rows that were refused, after a position, each with all its reasons. $1 account, $2 import, $3 position,
-- $4 how many. Served by the primary keys.
select r.position, r.cells, e.reason
  from (select position,
               string_agg(case when column_name = '' then message else column_name || ': ' || message end, ' '
                          order by place) as reason
          from contact_import_error
         where account_id = $1 and import_id = $2 and position > $3
         group by position order by position limit $4) e
  join contact_import_row r on r.account_id = $1 and r.import_id = $2 and r.position = e.position
 order by r.position
