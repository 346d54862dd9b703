-- The least a transaction can write: one row with a key.
insert into benchmark.row (text) values ('a row');
