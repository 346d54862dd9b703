create schema if not exists ratings;

-- What can be rated, by whom and until when; learned from the news of requests.
create table ratings.rateable (
    request       bigint primary key,
    client        bigint not null,
    client_unit   bigint not null,
    provider_unit bigint not null,
    specialist    bigint,          -- who solved it; null before the first solution
    service       bigint,
    subject       text   not null,
    standing      text   not null check (standing in ('unsolved', 'own-work', 'sealed', 'revealed')),
    round         int    not null, -- how often it was solved; ratings of earlier rounds are void
    solved_at     timestamptz,
    closes_at     timestamptz,
    revealed_at   timestamptz
);
create index rateable_closing on ratings.rateable (closes_at) where standing = 'sealed';
create index rateable_of_client on ratings.rateable (client) where standing = 'sealed';
create index rateable_of_specialist on ratings.rateable (specialist) where standing = 'sealed';

-- One side's rating of one round. The client gives score to availability and reasons, the
-- provider score and clarity to manners.
create table ratings.rating (
    request      bigint      not null references ratings.rateable,
    round        int         not null,
    side         text        not null check (side in ('client', 'provider')),
    person       bigint      not null,
    score        smallint    check (score between 0 and 10),
    ease         smallint    check (ease between 0 and 3),
    solved       smallint    check (solved between 0 and 2),
    speed        smallint    check (speed between 1 and 5),
    result       smallint    check (result between 1 and 5),
    tone         smallint    check (tone between 1 and 5),
    availability smallint    check (availability between 1 and 5),
    clarity      smallint    check (clarity between 1 and 5),
    completeness smallint    check (completeness between 1 and 5),
    manners      smallint    check (manners between 1 and 5),
    reasons      text[]      not null,
    comment      text        not null,
    given_at     timestamptz not null,
    primary key (request, round, side)
);
