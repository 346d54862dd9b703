-- How files of separated values are written for whom: null is by the language.
alter table access.account add csv text check (csv in ('comma', 'semicolon'));
