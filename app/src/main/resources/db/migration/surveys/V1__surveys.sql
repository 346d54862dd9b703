create schema if not exists surveys;

-- Versions of questionnaires. A version is never changed.
create table surveys.instrument (
    id         bigint generated always as identity primary key,
    code       text        not null,
    version    int         not null,
    body       jsonb       not null,
    stored_at  timestamptz not null,
    unique (code, version)
);

create table surveys.campaign (
    id        bigint generated always as identity primary key,
    survey    bigint      not null references surveys.instrument (id),
    mode      text        not null,
    state     text        not null default 'DRAFT',
    closes    timestamptz not null,
    threshold int         not null,
    -- The hash of what was promised at the launch.
    promise   text,
    invited   int         not null default 0
);
create index on surveys.campaign (state);

-- Whom a draft names. Units with all below them.
create table surveys.audience_unit (
    campaign bigint not null references surveys.campaign (id),
    unit     bigint not null,
    primary key (campaign, unit)
);
create table surveys.audience_person (
    campaign bigint not null references surveys.campaign (id),
    person   bigint not null,
    primary key (campaign, person)
);

-- People who are told apart from others and not from each other: all who share a key. The private
-- half is destroyed at the close. Named campaigns have groups without keys.
create table surveys.key_group (
    id          text   primary key,
    campaign    bigint not null references surveys.campaign (id),
    units       bigint[] not null,
    invited     int    not null,
    n           bytea,
    e           bytea,
    private_key bytea
);
create index on surveys.key_group (campaign);

-- Who is asked. done: a credential was given or a named answer taken; nothing says when or which.
create table surveys.invitation (
    campaign  bigint  not null references surveys.campaign (id),
    person    bigint  not null,
    unit      bigint  not null,
    key_group text    not null references surveys.key_group (id),
    done      boolean not null default false,
    primary key (campaign, person)
);
create index on surveys.invitation (person);
