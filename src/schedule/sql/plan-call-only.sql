-- The calls to numbers of which it is not known whether they take the text that goes there first, and what
-- look-ups could tell, or told, of them; comes after line-facts.sql.
select (select count(distinct (called, copy)) from pair where takes_texts is null) as "upTo",
       count(*) filter (where is_unknown and state is null) as unknown,
       count(*) filter (where state = 'answered') as answered,
       count(*) filter (where is_unknown and state <> 'answered') as unanswered
  from line
