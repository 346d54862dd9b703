create schema if not exists access;

-- How a person signs in, and how they like their pages. Without a password nobody signs in by password.
create table access.account (
    person bigint primary key,
    login text not null unique check (login = lower(login) and login <> ''),
    password text,
    language text check (language in ('ru', 'en')),
    theme text check (theme in ('light', 'dark', 'auto')),
    zone text,
    opened_at timestamptz not null,
    closed_at timestamptz
);

-- Roles held for the company (no unit) or for a unit, until a day (exclusive). Rows end, they are never deleted.
create table access.role_grant (
    id bigint generated always as identity primary key,
    person bigint not null references access.account,
    role text not null,
    unit bigint,
    granted_at timestamptz not null,
    granted_by bigint not null,
    until_day date not null default 'infinity',
    check ((role in ('SPECIALIST', 'UNIT_HEAD')) = (unit is not null))
);
create unique index role_grant_open on access.role_grant (person, role, unit) nulls not distinct
    where until_day = 'infinity';
create index role_grant_person on access.role_grant (person, until_day);
create index role_grant_unit on access.role_grant (unit) where until_day = 'infinity';

-- API tokens: 256 random bits, of which only the SHA-256 hash is kept.
create table access.token (
    id bigint generated always as identity primary key,
    person bigint not null references access.account,
    name text not null,
    hash bytea not null unique,
    created_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index token_person on access.token (person);

-- The one-time link by which the first administrator is made: one at a time, by its SHA-256 hash.
create table access.first_administrator_link (
    sole boolean primary key default true check (sole),
    hash bytea not null,
    expires_at timestamptz not null
);

-- Attempts to sign in, counted a window; keys are hashes of the login and the address.
create table access.sign_in_attempt (
    key bytea primary key,
    window_start timestamptz not null,
    attempts integer not null
);
create index sign_in_attempt_window on access.sign_in_attempt (window_start);

-- Accounts that anybody may use by one click. Their existence marks the company as a demonstration.
create table access.demo_cast (
    person bigint primary key references access.account,
    place integer not null
);

-- The tables of Spring Session JDBC, as its own schema for PostgreSQL has them.
create table access.spring_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index spring_session_ix1 on access.spring_session (session_id);
create index spring_session_ix2 on access.spring_session (expiry_time);
create index spring_session_ix3 on access.spring_session (principal_name);

create table access.spring_session_attributes (
    session_primary_id char(36) not null references access.spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- One-time links by which people set their password, by their SHA-256 hash; one a person.
create table access.password_link (
    person bigint primary key references access.account,
    hash bytea not null unique,
    created_by bigint not null,
    expires_at timestamptz not null
);
