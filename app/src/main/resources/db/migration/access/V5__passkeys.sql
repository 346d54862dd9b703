-- Passkeys: public keys, so nothing here is secret. The name is the person's own word for it.
create table access.passkey (
    id bigint generated always as identity primary key,
    person bigint not null references access.account,
    credential bytea not null unique,
    attested bytea not null,
    sign_count bigint not null,
    backup_eligible boolean not null,
    name text not null,
    created_at timestamptz not null,
    last_used_at timestamptz
);
create index passkey_person on access.passkey (person);

-- Challenges that wait for their answer; of nobody while somebody signs in. Each is answered once.
create table access.passkey_challenge (
    challenge bytea primary key,
    person bigint references access.account,
    expires_at timestamptz not null
);
create index passkey_challenge_end on access.passkey_challenge (expires_at);

-- By which authenticators know the account; random, because they tell it to whoever holds them.
alter table access.account add column passkey_handle bytea unique;
