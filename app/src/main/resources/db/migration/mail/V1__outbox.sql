create schema if not exists mail;

-- What was done and must be told by mail: one row a deed, written in its transaction, however many must hear of it.
create table mail.news (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    topic text not null,
    sentence text not null,
    subject_kind text not null,
    subject_id bigint not null,
    title text not null,
    address text not null,
    by_person bigint,
    people bigint[] not null,
    unit bigint
);

-- One mail to one person, or a part of their digest, until it has left the house or was given up. It holds no words of a
-- conversation: they are read where they are kept when it is sent.
create table mail.letter (
    id bigint generated always as identity primary key,
    person bigint not null,
    at timestamptz not null,
    topic text not null,
    sentence text not null,
    subject_kind text not null,
    subject_id bigint not null,
    title text not null,
    address text not null,
    by_person bigint,
    digest boolean not null,
    message_id text not null,
    thread_first text,
    thread_before text,
    since timestamptz not null,
    due timestamptz not null,
    tries integer not null default 0,
    trouble text,
    given_up_at timestamptz
);
create index letter_due on mail.letter (due, id) where given_up_at is null;
create index letter_digest on mail.letter (person) where digest and given_up_at is null;
create index letter_trouble on mail.letter (id) where trouble is not null;
create index letter_given_up on mail.letter (given_up_at) where given_up_at is not null;

-- The first and the last mail of a person about a request, so that the next one joins them.
create table mail.thread (
    person bigint not null,
    request bigint not null,
    first text not null,
    last text not null,
    at timestamptz not null,
    primary key (person, request)
);
create index thread_old on mail.thread (at);

-- What somebody wants to hear when; what is not here comes at once.
create table mail.preference (
    person bigint not null,
    topic text not null,
    pace text not null,
    primary key (person, topic)
);

-- Hours of the reader's day in which no mail goes to them.
create table mail.quiet (
    person bigint primary key,
    from_hour integer not null,
    until_hour integer not null
);
