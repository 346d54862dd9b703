-- The views of a queue and the columns of its board, each read in its order without passing over
-- what belongs to the others, however long the queue is.
create index request_stage on requests.request (unit, state, due, id)
    where state in ('queued', 'working', 'paused');
create index request_holder on requests.request (unit, specialist, due, id)
    where state in ('queued', 'working', 'paused');
create index request_ended on requests.request (unit, state, id desc)
    where state in ('solved', 'withdrawn', 'declined');
drop index requests.request_specialist;
