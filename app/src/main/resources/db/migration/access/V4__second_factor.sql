-- Authenticator apps, one a person. The secret is encrypted with a key that is not in the database;
-- the time step of the last code, so that no code counts twice.
create table access.authenticator (
    person bigint primary key references access.account,
    secret bytea not null,
    added_at timestamptz not null,
    last_step bigint not null
);

-- Codes for when no factor is at hand: 120 random bits, of which only the SHA-256 hash is kept. A used one is gone.
create table access.recovery_code (
    person bigint not null references access.account,
    hash bytea not null,
    primary key (person, hash)
);

-- Roles whose holders must have a second factor.
create table access.second_factor_rule (
    role text primary key,
    since timestamptz not null,
    made_by bigint not null
);
