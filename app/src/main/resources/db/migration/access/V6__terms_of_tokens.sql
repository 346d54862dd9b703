-- What a token may do, and until when. Those made before may read and write, and last a year.
alter table access.token
    add column scope text not null default 'WRITE' check (scope in ('READ', 'WRITE', 'ADMINISTER')),
    add column expires_at timestamptz;
update access.token set expires_at = greatest(created_at + interval '1 year', now() + interval '90 days');
alter table access.token alter column scope drop default, alter column expires_at set not null;

-- By it tokens are forgotten some months after their end.
create index token_end on access.token (least(revoked_at, expires_at));
