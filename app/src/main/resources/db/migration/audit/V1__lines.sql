create schema if not exists audit;

-- One line a deed, written in the transaction of the deed.
create table audit.line (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor bigint not null,
    deed text not null,
    subject text not null,
    details jsonb not null
);
create index line_actor on audit.line (actor, id);
create index line_subject on audit.line (subject, id);
create index line_at on audit.line using brin (at);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is append-only';
end $$;

create trigger append_only before update or delete or truncate on audit.line
    for each statement execute function audit.refuse_change();
