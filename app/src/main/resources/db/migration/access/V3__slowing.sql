-- Attempts to sign in slow each other down instead of locking anybody out. Keys are hashes of what is counted: a
-- login, an address, or both; the level leaks away with time. Rows are forgotten after some hours.
drop table access.sign_in_attempt;
create table access.attempt (
    key bytea primary key,
    level double precision not null,
    counted_at timestamptz not null,
    open_at timestamptz not null
);
create index attempt_counted on access.attempt (counted_at);

-- Where people have signed in lately, by hashes of the browser's secret and of the address: there, the attempts of
-- strangers don't slow them.
create table access.familiar_place (
    person bigint not null references access.account,
    place bytea not null,
    until timestamptz not null,
    primary key (person, place)
);
create index familiar_place_until on access.familiar_place (until);

-- Logins in one normal form, so that the same letters are the same login however they were typed.
update access.account a set login = lower(normalize(a.login, nfkc))
where a.login <> lower(normalize(a.login, nfkc))
    and not exists (select from access.account b where b.login = lower(normalize(a.login, nfkc)));
