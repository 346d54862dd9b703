create schema if not exists insights;

-- What was seen, one row each, for ever: the cells can be rebuilt from it. What is seen again
-- under the same source and measure takes the place of what was seen before.
create table insights.observation (
    source   text     not null,
    measure  text     not null,
    client   bigint   not null,
    provider bigint   not null,
    service  bigint   not null, -- 0: no service was named
    day      date     not null,
    value    smallint not null,
    rater    bigint   not null, -- 0: the measure has no rater
    primary key (source, measure)
);

-- What the fold has not taken yet; written together with the observation. An observation that
-- takes the place of another leaves two rows: one more of the new, one less of the old.
create table insights.inbox (
    measure  text     not null,
    month    date     not null,
    client   bigint   not null,
    provider bigint   not null,
    service  bigint   not null,
    value    smallint not null,
    rater    bigint   not null,
    n        smallint not null
);

-- How often each value was given. Adding two cells gives the cell of the union.
create table insights.cell (
    measure  text   not null,
    month    date   not null,
    client   bigint not null,
    provider bigint not null,
    service  bigint not null,
    v0  int not null, v1 int not null, v2 int not null, v3 int not null, v4 int not null,
    v5  int not null, v6 int not null, v7 int not null, v8 int not null, v9 int not null,
    v10 int not null,
    primary key (measure, month, client, provider, service)
);

-- How many of a cell's values came from whom; by this distinct raters are counted.
create table insights.cell_rater (
    measure  text   not null,
    month    date   not null,
    client   bigint not null,
    provider bigint not null,
    service  bigint not null,
    rater    bigint not null,
    n        int    not null,
    primary key (measure, month, client, provider, service, rater)
);

-- One row. Whoever holds its lock folds; its number grows with every change of the cells.
create table insights.generation (
    only_row boolean primary key default true check (only_row),
    number   bigint  not null
);
insert into insights.generation (number) values (1);

-- In which generation the cells of a month last changed; what was read from them before is stale.
create table insights.month_changed (
    measure    text   not null,
    month      date   not null,
    generation bigint not null,
    primary key (measure, month)
);

-- One row: the key by which raters are told apart without being named.
create table insights.rater_secret (
    only_row boolean primary key default true check (only_row),
    secret   text    not null
);
insert into insights.rater_secret (secret) values (gen_random_uuid()::text || gen_random_uuid()::text);
