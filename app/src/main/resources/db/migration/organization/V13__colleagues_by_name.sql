-- Higher modules find what belongs to people by their names.
create or replace view organization.colleague as
select p.id as person, p.code, p.given_name, p.family_name, m.unit, m.head, m.from_day, m.until_day, p.search
from organization.membership m
join organization.person p on p.id = m.person;
