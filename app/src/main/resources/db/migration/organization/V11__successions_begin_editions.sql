-- Who goes on with the history of whom is part of what a node keeps of units.
create trigger begins_edition after insert or update or delete or truncate on organization.unit_succession
    for each statement execute function organization.begin_unit_edition();
