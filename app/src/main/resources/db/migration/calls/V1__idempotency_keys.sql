create schema if not exists calls;

-- First answers to calls with an Idempotency-Key.
create table calls.idempotency_key (
    person   bigint not null,
    key      text not null,
    hash     bytea not null,
    status   int not null,
    location text,
    body     text not null,
    at       timestamptz not null,
    primary key (person, key)
);
create index idempotency_key_at on calls.idempotency_key (at);
