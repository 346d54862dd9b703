-- Words by which people look for a service and which neither its name nor its summary holds, in any language. Letters that
-- people leave the dots off are without them here, as they are in what is looked for.
alter table catalog.service add keywords text not null default '';
alter table catalog.service drop column words, drop column search;
alter table catalog.service add words text not null generated always as (
    translate(lower(name || ' ' || coalesce(name_english, '') || ' ' || keywords || ' ' || summary || ' '
        || coalesce(summary_english, '')), 'ё', 'е')) stored;
alter table catalog.service add search tsvector not null generated always as (
    setweight(to_tsvector('russian', translate(lower(name || ' ' || keywords), 'ё', 'е')), 'A')
    || setweight(to_tsvector('english', lower(name || ' ' || coalesce(name_english, '') || ' ' || keywords)), 'A')
    || setweight(to_tsvector('russian', translate(lower(summary), 'ё', 'е')), 'B')
    || setweight(to_tsvector('english', lower(summary || ' ' || coalesce(summary_english, ''))), 'B')
    ) stored;
create index service_search on catalog.service using gin (search);
