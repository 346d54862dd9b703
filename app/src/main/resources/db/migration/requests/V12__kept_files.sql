-- Files that came with a form that was refused, for whoever sends it again: a day, and theirs alone.
create table requests.kept_file (
    file   uuid primary key,
    person bigint not null,
    name   text not null,
    type   text not null,
    size   bigint not null,
    at     timestamptz not null
);

create index kept_file_person on requests.kept_file (person, at);
create index kept_file_at on requests.kept_file (at);
