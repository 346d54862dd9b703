create schema if not exists catalog;
create extension if not exists pg_trgm with schema public;

-- Numbers the codes of services that are made here rather than brought in.
create sequence catalog.service_number;

create table catalog.service (
    id bigint generated always as identity primary key,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
    unit bigint not null,
    name text not null check (name <> ''),
    name_english text,
    summary text not null default '',
    summary_english text,
    -- Offered to everyone, or else to the units of catalog.audience and those below them.
    everyone boolean not null default true,
    -- The version of the standard in force; null until the first is published.
    standard bigint,
    made_at timestamptz not null,
    retired_at timestamptz,
    words text not null generated always as (
        lower(name || ' ' || coalesce(name_english, '') || ' ' || summary || ' '
            || coalesce(summary_english, ''))) stored,
    search tsvector not null generated always as (
        setweight(to_tsvector('russian', name), 'A')
        || setweight(to_tsvector('english', name || ' ' || coalesce(name_english, '')), 'A')
        || setweight(to_tsvector('russian', summary), 'B')
        || setweight(to_tsvector('english', summary || ' ' || coalesce(summary_english, '')), 'B')
        ) stored
);
create index service_of_unit on catalog.service (unit);
create index service_search on catalog.service using gin (search);

create table catalog.audience (
    service bigint not null references catalog.service on delete cascade,
    unit bigint not null,
    primary key (service, unit)
);

-- Versions of the rules of a service, or (without a service) of a unit that is just asked. Once
-- published, a row never changes.
create table catalog.standard (
    id bigint generated always as identity primary key,
    unit bigint not null,
    service bigint references catalog.service,
    version int not null check (version > 0),
    response_seconds bigint not null check (response_seconds > 0),
    solution_seconds bigint not null check (solution_seconds > 0),
    fields jsonb not null default '[]',
    norms jsonb not null default '[]',
    duties jsonb not null default '[]',
    made_at timestamptz not null,
    made_by bigint not null,
    published_at timestamptz,
    published_by bigint
);
create unique index standard_version_of_service on catalog.standard (service, version)
    where service is not null;
create unique index standard_version_of_unit on catalog.standard (unit, version)
    where service is null;
-- One draft at a time.
create unique index standard_draft_of_service on catalog.standard (service)
    where service is not null and published_at is null;
create unique index standard_draft_of_unit on catalog.standard (unit)
    where service is null and published_at is null;
alter table catalog.service
    add constraint service_standard foreign key (standard) references catalog.standard;
