-- What still concerns a client, however much they have asked before.
create index request_current on requests.request (client, id desc)
    where state in ('queued', 'working', 'paused', 'solved');
-- What ended otherwise than usual, however much did not.
create index request_client_ended on requests.request (client, state, id desc)
    where state in ('withdrawn', 'declined');
-- What one specialist has had in hand, however much the unit had.
create index request_specialist on requests.request (unit, specialist, id desc) where specialist is not null;
