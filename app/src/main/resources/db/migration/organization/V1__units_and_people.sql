create schema if not exists organization;
create extension if not exists pg_trgm with schema public;

-- A unit for as long as it exists. What may change about it stands in unit_state.
create table organization.unit (
    id bigint generated always as identity primary key,
    code text not null unique check (code <> '')
);

-- A unit's name and place in the tree from a day on, until another day (exclusive).
create table organization.unit_state (
    unit bigint not null references organization.unit,
    from_day date not null,
    until_day date not null default 'infinity',
    name text not null check (name <> ''),
    english text,
    parent bigint references organization.unit check (parent <> unit),
    primary key (unit, from_day),
    check (from_day < until_day),
    exclude using gist (int8range(unit, unit, '[]') with &&, daterange(from_day, until_day) with &&)
);
create index unit_state_parent on organization.unit_state (parent);

create table organization.person (
    id bigint generated always as identity primary key,
    code text not null unique check (code <> ''),
    given_name text not null check (given_name <> ''),
    family_name text not null, -- empty for those who have one name
    email text,
    search text not null generated always as
        (lower(' ' || family_name || ' ' || given_name || ' ' || family_name || ' ' || code)) stored
);
create index person_search on organization.person using gin (search public.gin_trgm_ops);

-- Who belonged where from a day on, until another day (exclusive). A person belongs to one unit at a time.
create table organization.membership (
    person bigint not null references organization.person,
    from_day date not null,
    until_day date not null default 'infinity',
    unit bigint not null references organization.unit,
    head boolean not null default false,
    primary key (person, from_day),
    check (from_day < until_day),
    exclude using gist (int8range(person, person, '[]') with &&, daterange(from_day, until_day) with &&)
);
create index membership_unit on organization.membership (unit, until_day);

-- Who stands in for whom; both days belong to the time. Rows are withdrawn, never deleted.
create table organization.stand_in (
    id bigint generated always as identity primary key,
    person bigint not null references organization.person,
    stand_in bigint not null references organization.person,
    first_day date not null,
    last_day date not null,
    named_by bigint not null,
    named_at timestamptz not null,
    withdrawn_by bigint,
    withdrawn_at timestamptz,
    check (first_day <= last_day),
    check (person <> stand_in)
);
create index stand_in_person on organization.stand_in (person, last_day) where withdrawn_at is null;
create index stand_in_stand_in on organization.stand_in (stand_in, last_day) where withdrawn_at is null;

-- The part of this schema that the SQL of higher modules may join, where a second round trip would be dear.
create view organization.colleague as
select p.id as person, p.code, p.given_name, p.family_name, m.unit, m.head, m.from_day, m.until_day
from organization.membership m
join organization.person p on p.id = m.person;
comment on view organization.colleague is 'Read by other modules: keep its columns';

-- Which unit took over from one that was closed, so that histories can be read in either structure.
create table organization.unit_succession (
    unit bigint not null references organization.unit,
    successor bigint not null references organization.unit,
    on_day date not null,
    primary key (unit, successor),
    check (unit <> successor)
);

-- Files that were looked at and wait to be brought in or forgotten.
create table organization.roster_file (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('UNITS', 'PEOPLE')),
    name text not null,
    content bytea not null,
    uploaded_by bigint not null,
    uploaded_at timestamptz not null
);
