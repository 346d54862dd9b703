create schema if not exists wishes;

create table wishes.wish (
    id          bigint generated always as identity primary key,
    -- To nobody in particular if it is null.
    unit        bigint,
    voiced_by   bigint      not null,
    voiced_at   timestamptz not null,
    text        text        not null,
    decision    text,
    answer      text,
    answered_by bigint,
    answered_at timestamptz
);
create index on wishes.wish (unit, id);

-- How a person weighs a wish, from 1 to 5, and as it was last taken in. Only what was taken in is
-- shown, and it is taken in at once when it comes from enough people.
create table wishes.support (
    wish               bigint not null references wishes.wish (id),
    person             bigint not null,
    importance         int    not null check (importance between 1 and 5),
    satisfaction       int    not null check (satisfaction between 1 and 5),
    taken_importance   int,
    taken_satisfaction int,
    primary key (wish, person)
);
