create schema if not exists notifications;

-- One thing one person must hear of. Read ones are forgotten after some months.
create table notifications.notice (
    id bigint generated always as identity primary key,
    person bigint not null,
    at timestamptz not null,
    kind text not null,
    request bigint not null,
    subject text not null,
    by_person bigint,
    read_at timestamptz
);
create index notice_person on notifications.notice (person, id);
create index notice_unread on notifications.notice (person) where read_at is null;
create index notice_read on notifications.notice (read_at) where read_at is not null;
