-- Who asked is counted behind every figure: nothing is shown of fewer people than the rule of all
-- figures asks for (docs/decisions/0015). All that was folded before is read again.
truncate travel.way, travel.hop, travel.part, travel.month_cell, travel.hop_cell, travel.part_cell,
    travel.wait_cell, travel.life_cell;
update travel.seen set request = 0;

-- Each change of the cells has a number, so that nobody adds them up again without need.
alter table travel.seen add column change bigint not null default 0;

-- Small numbers for the keys by which figures tell people apart; a key names nobody.
create table travel.asker (
    key    bigint primary key,
    number bigint generated always as identity unique
);

-- The number of who asked; where nobody is known, less than zero and the request's own.
alter table travel.way add column asker bigint not null;

-- Requests of each asker in each cell, by what the cell counts of them. They are read when a cell
-- changes, and never by a page: the cell itself knows the lowest few numbers, which are all of
-- them or enough.
create view travel.month_asker_row as
    select request, month, asker, 1 as n from travel.way;
create table travel.month_asker_cell (
    month date   not null,
    asker bigint not null,
    n     int    not null,
    primary key (month, asker)
);

create view travel.hop_asker_row as
    select request, level, month, from_unit, to_unit, asker, 1 as n
      from travel.hop h join travel.way w using (request);
create table travel.hop_asker_cell (
    level     text   not null,
    month     date   not null,
    from_unit bigint not null,
    to_unit   bigint not null,
    asker     bigint not null,
    n         int    not null,
    primary key (level, month, from_unit, to_unit, asker)
);

create view travel.part_asker_row as
    select request, level, month, unit, role, asker, 1 as n
      from travel.part p join travel.way w using (request),
           lateral (values ('held', p.held), ('waited', p.waits > 0),
                           ('asked', p.imported_seconds > 0)) as roles (role, has)
     where has;
create table travel.part_asker_cell (
    level text   not null,
    month date   not null,
    unit  bigint not null,
    role  text   not null,
    asker bigint not null,
    n     int    not null,
    primary key (level, month, unit, role, asker)
);

-- What is empty is found at once, however many people there are.
create index month_asker_empty on travel.month_asker_cell (n) where n = 0;
create index hop_asker_empty on travel.hop_asker_cell (n) where n = 0;
create index part_asker_empty on travel.part_asker_cell (n) where n = 0;

alter table travel.month_cell add column askers bigint[] not null default '{}';
alter table travel.hop_cell add column askers bigint[] not null default '{}';
alter table travel.part_cell
    add column held_askers   bigint[] not null default '{}',
    add column waited_askers bigint[] not null default '{}',
    add column asked_askers  bigint[] not null default '{}';
