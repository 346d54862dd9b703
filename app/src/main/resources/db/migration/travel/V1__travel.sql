create schema if not exists travel;

-- Requests whose way has to be read again.
create table travel.noted (
    request bigint primary key
);

-- Up to which number new requests have been read. One row.
create table travel.seen (
    request bigint not null
);
insert into travel.seen values (0);

-- The way of each request, folded. Everything the page shows is summed from these three.
create table travel.way (
    request        bigint primary key,
    client_unit    bigint not null,
    unit           bigint not null,
    submitted_at   timestamptz not null,
    ended_at       timestamptz,
    solved         boolean not null,
    handovers      int not null,
    came_back      boolean not null,
    reopenings     int not null,
    client_waits   int not null,
    client_seconds bigint not null
);
create index way_submitted on travel.way (submitted_at);

create table travel.hop (
    request   bigint not null,
    number    int not null,
    from_unit bigint not null,
    to_unit   bigint not null,
    came_back boolean not null,
    primary key (request, number)
);

-- The delay ledgers: seconds of each holder, working hours and closed hours apart.
create table travel.share (
    request bigint not null,
    number  int not null,
    holder  text not null check (holder in ('unit', 'client', 'approval', 'outside', 'scheduled')),
    unit    bigint check ((unit is not null) = (holder = 'unit')),
    closed  boolean not null,
    seconds bigint not null,
    primary key (request, number)
);
