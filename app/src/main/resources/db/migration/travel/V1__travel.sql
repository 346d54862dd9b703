create schema if not exists travel;

-- Requests whose way has to be read again.
create table travel.noted (
    request bigint primary key
);

-- Up to which number new requests have been read. One row; who holds it folds.
create table travel.seen (
    request bigint not null
);
insert into travel.seen values (0);

-- Under which unit each unit is shown at the level of divisions, as the rows below were written.
create table travel.grouping (
    unit  bigint primary key,
    under bigint not null
);

-- The rows: the way of each request as it was last read, a request once. What the page shows are
-- the cells further below, which are sums of these rows and of nothing else.
create table travel.way (
    request      bigint primary key,
    -- Of its submission, in the company's zone.
    month        date not null,
    submitted_at timestamptz not null,
    -- The solution that it has, or else its end without one.
    ended_at     timestamptz,
    solved       boolean not null,
    read_at      timestamptz not null,
    handovers    int not null,
    came_back    boolean not null,
    reopenings   int not null,
    -- How often it waited for the client, and how long in all, closed hours included.
    waits        int not null,
    wait_seconds bigint not null,
    wait_bin     int not null,
    -- From submission to then; null while it is open.
    life_seconds bigint,
    life_bin     int,
    check ((ended_at is null) = (life_seconds is null)),
    -- The delay ledger: working seconds of each holder, and the closed hours of all.
    unit_seconds      bigint not null,
    client_seconds    bigint not null,
    approval_seconds  bigint not null,
    outside_seconds   bigint not null,
    scheduled_seconds bigint not null,
    closed_seconds    bigint not null
);
create index way_open on travel.way (read_at) where ended_at is null;

-- Handovers of a request between two units, or between two divisions.
create table travel.hop (
    request   bigint not null,
    level     text not null check (level in ('units', 'divisions')),
    from_unit bigint not null,
    to_unit   bigint not null,
    handovers int not null,
    came_back int not null,
    primary key (request, level, from_unit, to_unit)
);

-- What a unit had to do with a request: as one that had it in hand, or as the client's.
create table travel.part (
    request      bigint not null,
    level        text not null check (level in ('units', 'divisions')),
    unit         bigint not null,
    held         boolean not null,
    -- Seconds in hand, of them for another unit; and seconds it waited for others as the client.
    open_seconds     bigint not null,
    closed_seconds   bigint not null,
    exported_seconds bigint not null,
    imported_seconds bigint not null,
    -- How often and how long it made the client wait.
    waits        int not null,
    wait_seconds bigint not null,
    wait_bin     int not null,
    primary key (request, level, unit)
);
create index part_unit on travel.part (unit) where level = 'units';

-- The cells, and before each the rows that it sums. n counts rows; a cell without rows is deleted.
create view travel.month_row as
    select request, month, 1 as n, handovers, came_back::int as came_back,
           (reopenings > 0)::int as reopened, (waits > 0)::int as waited,
           unit_seconds, client_seconds, approval_seconds, outside_seconds, scheduled_seconds,
           closed_seconds
      from travel.way;
create table travel.month_cell (
    month     date primary key,
    n         bigint not null,
    handovers bigint not null,
    came_back bigint not null,
    reopened  bigint not null,
    waited    bigint not null,
    unit_seconds      bigint not null,
    client_seconds    bigint not null,
    approval_seconds  bigint not null,
    outside_seconds   bigint not null,
    scheduled_seconds bigint not null,
    closed_seconds    bigint not null
);

create view travel.hop_row as
    select request, month, level, from_unit, to_unit, 1 as n, h.handovers, h.came_back
      from travel.hop h join travel.way w using (request);
create table travel.hop_cell (
    month     date not null,
    level     text not null,
    from_unit bigint not null,
    to_unit   bigint not null,
    n         int not null,
    handovers int not null,
    came_back int not null,
    primary key (level, month, from_unit, to_unit)
);

create view travel.part_row as
    select request, month, level, unit, 1 as n, held::int as held, (p.waits > 0)::int as waited,
           (imported_seconds > 0)::int as asked,
           open_seconds, p.closed_seconds, exported_seconds, imported_seconds
      from travel.part p join travel.way w using (request);
create table travel.part_cell (
    month  date not null,
    level  text not null,
    unit   bigint not null,
    n      int not null,
    held   int not null,
    waited int not null,
    asked  int not null,
    open_seconds     bigint not null,
    closed_seconds   bigint not null,
    exported_seconds bigint not null,
    imported_seconds bigint not null,
    primary key (level, month, unit)
);

-- Durations in bins 3 % wide with their sums, so that medians and curves can be added up: waits
-- that a unit caused, the waits of all requests (unit 0), and whole lives.
create view travel.wait_row as
    select request, month, level, unit, p.wait_bin as bin, 1 as n, p.wait_seconds as seconds
      from travel.part p join travel.way w using (request) where p.waits > 0
    union all
    select request, month, 'units', 0, wait_bin, 1, wait_seconds
      from travel.way where waits > 0;
create table travel.wait_cell (
    month   date not null,
    level   text not null,
    unit    bigint not null,
    bin     int not null,
    n       int not null,
    seconds bigint not null,
    primary key (level, month, unit, bin)
);

create view travel.life_row as
    select request, month, solved, life_bin as bin, 1 as n, life_seconds as seconds
      from travel.way where ended_at is not null;
create table travel.life_cell (
    month   date not null,
    solved  boolean not null,
    bin     int not null,
    n       int not null,
    seconds bigint not null,
    primary key (month, solved, bin)
);
