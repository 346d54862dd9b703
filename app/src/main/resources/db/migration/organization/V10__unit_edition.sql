-- Another value with every change of units, in the transaction of the change: what a node keeps of units is true as
-- long as this one row says the same. A value never comes back, not even after a restored backup.
create table organization.unit_edition (
    one boolean primary key default true check (one),
    value uuid not null
);
insert into organization.unit_edition (value) values (gen_random_uuid());

create function organization.begin_unit_edition() returns trigger language plpgsql as $$
begin
    update organization.unit_edition set value = gen_random_uuid();
    return null;
end
$$;

create trigger begins_edition after insert or update or delete or truncate on organization.unit
    for each statement execute function organization.begin_unit_edition();
create trigger begins_edition after insert or update or delete or truncate on organization.unit_state
    for each statement execute function organization.begin_unit_edition();
