-- What POST /api/v1/requests sends to the database when a unit is asked: the token first, the rest in one transaction,
-- what is written in one go.
-- To check it against the code, start Kollega on a PostgreSQL of its own with log_statement=all (KOLLEGA_DATABASE_URL),
-- submit a dozen requests, and compare the statements in the server's log in their order.
select a.person, a.login, a.language, a.theme, a.zone, a.shortcuts, c.unit, c.given_name, c.family_name,
    g.roles, g.units , t.id as token, t.scope, t.last_used_at is null or t.last_used_at < :at as stale
from access.token t join access.account a on a.person = t.person
join organization.colleague c
    on c.person = a.person and c.from_day <= :today and c.until_day > :today
left join lateral (
    select array_agg(r.role) as roles, array_agg(coalesce(r.unit, 0)) as units
    from access.role_grant r where r.person = a.person and r.until_day > :today) g on true
where a.closed_at is null and t.hash = :hash and t.revoked_at is null and t.expires_at > :at;
begin;
-- The edition that Kollega knows is the newest, as here, so nothing but the edition is read.
select e.value as edition, u.* from organization.unit_edition e
left join lateral (
    select u.id, u.code, s.name, s.english, s.parent, s.from_day <= :today and s.until_day > :today as existing
    from organization.unit u
    join lateral (
        select * from organization.unit_state s
        where s.unit = u.id
        order by s.from_day <= :today desc, case when s.from_day <= :today then s.from_day end desc, s.from_day
        limit 1) s on true
    where e.value is distinct from e.value) u on true
order by u.name collate "ru-x-icu", u.id;
select id from catalog.standard
where unit = :unit and service is null and published_at is not null
order by version desc limit 1;
select nextval('requests.request_id_seq') as request \gset
select u.unit, max(v.id) from worktime.unit_calendar u
join worktime.calendar_version v on v.calendar = u.calendar
group by u.unit
union all
select 0, max(v.id) from worktime.calendar c
join worktime.calendar_version v on v.calendar = c.id
where c.company group by c.id;
\startpipeline
with promise as (insert into promises.promise
    (work, client, service, standard, calendar, started_at, counted_from, provider, provider_calendar,
     response_seconds, response_due, response_warn_at, response_warned, response_state, response_by, responded_at,
     solution_seconds, solution_due, solution_warn_at, solution_warned, solution_state, solution_by, solution_left,
     held_by, span, span_from, pause_until, ended_at, solved, next_at)
    values (:request, :client_unit, null, :standard, :calendar, :at, :at, :unit, :calendar,
     28800, :due, :due, false, 'RUNNING', null, null,
     144000, :due, :due, false, 'RUNNING', null, 144000,
     'unit', 1, :at, null, null, false, :due))
insert into promises.span (work, seq, holder, unit, calendar, from_at)
values (:request, 1, 'unit', :unit, :calendar, :at);
with request as (
    insert into requests.request
        (id, version, kind, subject, body, fields, client, client_unit,
         unit, service, standard, state, submitted_at, changed_at,
         response_due, solution_due)
    values (:request, 1, 'question', 'Benchmark', 'A question asked by the benchmark', '{}'::jsonb, :client,
         :client_unit, :unit, null, :standard, 'queued', :at, :at,
         :due, :due))
insert into requests.entry
    (request, number, at, author, author_unit, happening)
values (:request, 1, :at, :client, :client_unit, 'submitted');
insert into audit.line (at, actor, deed, subject, details)
values (:at, :client, 'request.submitted', 'request:' || :request, :details::jsonb);
insert into ratings.rateable
       (request, client, client_unit, provider_unit, subject, standing, round)
values (:request, :client, :client_unit, :unit, 'Benchmark', 'unsolved', 0)
on conflict do nothing;
\endpipeline
commit;
