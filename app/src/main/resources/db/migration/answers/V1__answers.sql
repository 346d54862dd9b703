create schema if not exists answers;

-- What is left of the answers of a closed campaign: sums over all who share a key. Answers
-- themselves never come into the database.
create table answers.tally (
    campaign  bigint not null,
    key_group text   not null,
    question  text   not null,
    -- An option, or a row of a matrix; empty for the question itself.
    option    text   not null,
    -- How many gave each answer that can be counted.
    counts    jsonb  not null,
    -- Of numbers that can't be counted one by one.
    n         bigint not null,
    sum       double precision not null,
    squares   double precision not null,
    -- How many could not judge.
    cant_judge bigint not null,
    primary key (campaign, key_group, question, option)
);

-- How many answers there were of each key, and of how many credentials: as many as were spent.
create table answers.turnout (
    campaign  bigint not null,
    key_group text   not null,
    answered  int    not null,
    withdrawn int    not null,
    primary key (campaign, key_group)
);

-- That and how the answers of a campaign were destroyed; the root of the Merkle tree of the hashes
-- of all credentials spent, by which everyone can check that theirs was counted.
create table answers.destruction (
    campaign    bigint primary key,
    files       int    not null,
    spent       text[] not null,
    merkle_root text   not null
);
