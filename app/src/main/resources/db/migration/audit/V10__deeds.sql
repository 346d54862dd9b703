-- So that a rare deed is found without reading the trail from its end.
create index line_deed on audit.line (deed, id);
