-- Many leave the dots of ё off, in names as well: both are found by either.
alter table organization.person drop column search;
alter table organization.person add search text not null generated always as
    (translate(lower(' ' || family_name || ' ' || given_name || ' ' || family_name || ' ' || code), 'ё', 'е')) stored;
create index person_search on organization.person using gin (search public.gin_trgm_ops);
