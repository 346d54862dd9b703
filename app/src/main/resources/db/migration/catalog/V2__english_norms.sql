-- Norms and duties may be said in English too, as the labels of fields are.
update catalog.standard set
    norms = (select coalesce(jsonb_agg(jsonb_build_object('text', one, 'english', null) order by number), '[]')
        from jsonb_array_elements_text(norms) with ordinality as each (one, number)),
    duties = (select coalesce(jsonb_agg(jsonb_build_object('text', one, 'english', null) order by number), '[]')
        from jsonb_array_elements_text(duties) with ordinality as each (one, number));
