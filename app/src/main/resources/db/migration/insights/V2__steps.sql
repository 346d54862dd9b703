-- Figures advance in steps: what is observed waits until enough people stand behind it, and is
-- then taken in at once. Everything that is shown is a sum of steps (docs/decisions/0017).

-- Observations are only ever added to. One that takes the place of another is a further turn of
-- the same source: the earlier one is taken back (n = -1), the new one follows it (n = 1).
alter table insights.observation
    drop constraint observation_pkey,
    add column turn smallint not null default 0,
    add column n smallint not null default 1,
    add column step bigint, -- the step that took it in; null while it waits
    add primary key (source, measure, turn);

create index observation_waiting on insights.observation (measure, client, provider, day)
    where step is null;

-- What was taken in at once. Client 0, or both 0, where small pairs had to go together.
create table insights.step (
    id       bigint generated always as identity primary key,
    measure  text        not null,
    month    date        not null, -- in which it counts
    client   bigint      not null,
    provider bigint      not null,
    at       timestamptz not null
);

-- Sums of steps. Adding two cells gives the cell of the union.
drop table insights.cell;
create table insights.cell (
    measure   text        not null,
    month     date        not null,
    client    bigint      not null,
    provider  bigint      not null,
    v0  int not null, v1 int not null, v2 int not null, v3 int not null, v4 int not null,
    v5  int not null, v6 int not null, v7 int not null, v8 int not null, v9 int not null,
    v10 int not null,
    strangers int         not null, -- values of nobody known, each counted as somebody's own
    people    int[]       not null, -- numbers of the distinct people, in order
    moved     timestamptz not null, -- when it last took something in
    primary key (measure, month, client, provider)
);
create index cell_client on insights.cell (measure, client);
create index cell_provider on insights.cell (measure, provider);

-- Pairs of which something waits, and whether it comes from enough people already.
create table insights.waiting (
    measure  text    not null,
    client   bigint  not null,
    provider bigint  not null,
    enough   boolean not null,
    primary key (measure, client, provider)
);

-- Small numbers for the keys of people, so that sets of them stay small.
create table insights.rater (
    key    bigint primary key,
    number int generated always as identity unique
);
insert into insights.rater (key) select distinct rater from insights.observation where rater <> 0;

-- When figures of a measure last changed, and which of its changes that was.
create table insights.movement (
    measure    text primary key,
    generation bigint not null,
    at         timestamptz -- null as long as nothing was taken in
);

-- Pairs at which the fold must look, because something of them was observed.
drop table insights.inbox;
create table insights.inbox (
    measure  text    not null,
    client   bigint  not null,
    provider bigint  not null,
    brought  boolean not null -- of earlier times, to be counted in the months it is of
);

-- The last day on which small pairs were put together; null after something was brought in.
alter table insights.generation add column gathered date;

drop table insights.cell_rater;
drop table insights.month_changed;

insert into insights.inbox
select distinct measure, client, provider, true from insights.observation;
