-- Every module's calls may be repeated; their keys have a module of their own.
insert into calls.idempotency_key (person, key, hash, status, location, body, at)
select person, key, hash, status, location, body, at from requests.idempotency_key
on conflict do nothing;
drop table requests.idempotency_key;
