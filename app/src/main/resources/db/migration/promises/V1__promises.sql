create schema if not exists promises;

-- Both promises of one piece of work, as they stand.
create table promises.promise (
    work bigint primary key,
    client bigint,
    service bigint,
    standard bigint,
    -- The version of the calendar by which both deadlines are counted, from start to end.
    calendar bigint not null,
    started_at timestamptz not null,
    -- When the clock began that counts now: later than started_at only for histories without a
    -- promise that are reopened.
    counted_from timestamptz not null,
    -- The unit that has it, or will have it when the clock runs again, and its calendar.
    provider bigint not null,
    provider_calendar bigint not null,

    response_seconds bigint not null,
    response_due timestamptz not null,
    response_warn_at timestamptz not null,
    response_warned boolean not null,
    response_state text not null
        check (response_state in ('NONE', 'RUNNING', 'LATE', 'KEPT', 'MISSED', 'CANCELLED')),
    -- The unit that answers for how it went; null while that is open.
    response_by bigint,
    responded_at timestamptz,

    solution_seconds bigint not null,
    solution_due timestamptz not null,
    solution_warn_at timestamptz not null,
    solution_warned boolean not null,
    solution_state text not null
        check (solution_state in ('NONE', 'RUNNING', 'LATE', 'KEPT', 'MISSED', 'CANCELLED')),
    solution_by bigint,
    -- Business seconds that were left when the clock was stopped; solution_due is of that moment.
    solution_left bigint,

    -- Who has it now; null once it has ended.
    held_by text check (held_by in ('unit', 'client', 'approval', 'outside', 'scheduled')),
    span int not null,
    span_from timestamptz not null,
    pause_until timestamptz,
    ended_at timestamptz,
    solved boolean not null default false,

    -- When the sweep must look at it next.
    next_at timestamptz
) with (fillfactor = 80);
create index promise_next on promises.promise (next_at) where next_at is not null;
create index promise_response_by on promises.promise (response_by, response_due)
    where response_by is not null;
create index promise_solution_by on promises.promise (solution_by, solution_due)
    where solution_by is not null;

-- Who had it when. The spans of a piece of work touch one another and leave no gap.
create table promises.span (
    work bigint not null,
    seq int not null,
    holder text not null
        check (holder in ('unit', 'client', 'approval', 'outside', 'scheduled')),
    unit bigint check ((unit is not null) = (holder = 'unit')),
    -- By which the open and the closed hours of this span are told apart.
    calendar bigint not null,
    from_at timestamptz not null,
    to_at timestamptz check (to_at >= from_at),
    ended text check (ended in
        ('handed', 'paused', 'resumed', 'capped', 'stopped', 'cancelled', 'reopened')),
    primary key (work, seq),
    check ((to_at is null) = (ended is null))
);
