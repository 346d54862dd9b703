create schema if not exists worktime;

-- What a state says of single dates. A change makes a new list, so that what was counted stays countable.
create table worktime.holiday_list (
    id bigint generated always as identity primary key,
    code text not null,
    days jsonb not null,
    made_at timestamptz not null
);
create index holiday_list_newest on worktime.holiday_list (code, id desc);

create table worktime.calendar (
    id bigint generated always as identity primary key,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
    company boolean not null default false
);
-- One calendar holds for all units that have no other.
create unique index calendar_of_company on worktime.calendar (company) where company;

-- Versions never change and never go.
create table worktime.calendar_version (
    id bigint generated always as identity primary key,
    calendar bigint not null references worktime.calendar,
    version int not null check (version > 0),
    name text not null,
    english text,
    rules jsonb not null,
    holidays bigint references worktime.holiday_list,
    made_at timestamptz not null,
    made_by bigint not null,
    unique (calendar, version)
);

-- Units with a calendar of their own; the others work by that of the nearest unit above, or the company's.
create table worktime.unit_calendar (
    unit bigint primary key,
    calendar bigint not null references worktime.calendar
);
