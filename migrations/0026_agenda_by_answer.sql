-- The agenda of those who answered something, or nothing yet.

create index participant_answer on participant (account_id, answer, appointment_id) where answer is not null;
create index participant_no_answer on participant (account_id, appointment_id) where answer is null;
